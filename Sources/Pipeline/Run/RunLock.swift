import Documents
import Domain
import Foundation
import Glibc

/// Keeps two runs from working on one warehouse: an advisory lock on `<warehouse>.lock`, which the system drops when
/// the process ends, however it ends.
final class RunLock {
  private let descriptor: Int32

  /// - Throws: `PipelineError` TF601 (exit 75) where another run holds the lock, TF602 where the file cannot be made.
  init(warehouse: String) throws {
    let path = "\(warehouse).lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw PipelineError(
        602, .cannotCreate, at: path, "无法建立锁文件: \(SystemError.text(errno))", remedy: "检查文件夹是否存在, 是否可写")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let holder = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
      close(descriptor)
      throw PipelineError(
        601, .tryAgain, at: warehouse, "另一个运行正在使用仓库 (\(holder))", remedy: "等它结束后再运行")
    }
    let note = "进程 \(getpid()), 开始于 \(Clock.now())"
    ftruncate(descriptor, 0)
    _ = note.withCString { write(descriptor, $0, strlen($0)) }
  }

  /// True while a run holds the lock.
  static func isHeld(warehouse: String) -> Bool {
    let probe = open("\(warehouse).lock", O_RDONLY | O_CLOEXEC)
    guard probe >= 0 else { return false }
    defer { close(probe) }
    return flock(probe, LOCK_SH | LOCK_NB) != 0
  }

  deinit { close(descriptor) }
}
