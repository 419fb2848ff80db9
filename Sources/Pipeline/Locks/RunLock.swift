import Domain
import Foundation

/// Keeps two runs from working on one warehouse or in one work folder. Publishing into one folder is guarded by the
/// publisher itself, as it takes a moment only.
final class RunLock {
  private let locks: [FileLock]

  /// - Throws: `PipelineError` TF601 (exit 75) where another run holds one of them, TF602 where a lock cannot be made.
  init(warehouse: String, work: String? = nil) throws {
    var locks = [
      try FileLock(RunLock.path(of: warehouse), guarding: (warehouse, "仓库"))
    ]
    if let work { locks.append(try FileLock("\(work)/.lock", guarding: (work, "工作文件夹"))) }
    self.locks = locks
  }

  /// The lock of who only reads the warehouse: keeps runs away, but no other reader.
  ///
  /// It writes nothing: where no run has left a lock file (a backup), or where that cannot be opened for writing, there
  /// is none; SQLite's own lock still keeps what is read of one piece.
  ///
  /// - Throws: `PipelineError` TF601 (exit 75) while a run holds the warehouse.
  init(reading warehouse: String) throws {
    let path = RunLock.path(of: warehouse)
    guard access(warehouse, F_OK) == 0, access(path, W_OK) == 0 else {
      guard !FileLock.isHeld(path) else {
        throw PipelineError(.anotherRun, .tryAgain, at: warehouse, "另一个运行正在使用仓库", remedy: "等它结束后再运行")
      }
      locks = []
      return
    }
    locks = [try FileLock(path, guarding: (warehouse, "仓库"), isShared: true)]
  }

  /// True while a run holds the warehouse.
  static func isHeld(warehouse: String) -> Bool { FileLock.isHeld(path(of: warehouse)) }

  /// Beside the file itself: two pipelines may name one warehouse through different links.
  private static func path(of warehouse: String) -> String { "\(Paths.real(warehouse)).lock" }
}
