import Documents
import Domain
import Foundation

/// An advisory lock on a file that says who holds it. The system drops it when the process ends, however it ends; so a
/// dead holder's lock is free.
final class FileLock {
  private let descriptor: Int32

  /// - Parameters:
  ///   - path: the lock file; created with mode 0600 and left there.
  ///   - subject: what it guards, as a place and in a word.
  ///   - isShared: others that only read may hold it too.
  /// - Throws: `PipelineError` TF601 (exit 75) where another run holds the lock, TF602 where the file cannot be made.
  init(_ path: String, guarding subject: (place: String, word: String), isShared: Bool = false) throws {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw PipelineError(
        .lockFile, SystemFailure(errno).exit, at: path, "无法建立锁文件: \(SystemError.text(errno))",
        remedy: SystemFailure(errno).remedy)
    }
    guard flock(descriptor, (isShared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 else {
      close(descriptor)
      throw PipelineError(
        .anotherRun, .tryAgain, at: subject.place, "另一个运行正在使用\(subject.word) (\(FileLock.holder(path)))",
        remedy: "等它结束后再运行")
    }
    self.descriptor = descriptor
    // The note is for people; a disk too full for it is found out by those who write more.
    ftruncate(descriptor, 0)
    let note = Array(LockHolder.current().text.utf8)
    _ = pwrite(descriptor, note, note.count, 0)
  }

  /// The note goes first: a later holder's moment before its own note must not show ours.
  deinit {
    ftruncate(descriptor, 0)
    close(descriptor)
  }

  /// True while a run holds the lock.
  static func isHeld(_ path: String) -> Bool {
    let probe = open(path, O_RDONLY | O_CLOEXEC)
    guard probe >= 0 else { return false }
    defer { close(probe) }
    return flock(probe, LOCK_SH | LOCK_NB) != 0
  }

  private static func holder(_ path: String) -> String {
    let text = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    return LockHolder(text)?.description(seenFrom: ProcessInfo.processInfo.hostName) ?? "刚刚开始"
  }
}
