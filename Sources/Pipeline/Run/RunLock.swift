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

  /// True while a run holds the warehouse.
  static func isHeld(warehouse: String) -> Bool { FileLock.isHeld(path(of: warehouse)) }

  /// Beside the file itself: two pipelines may name one warehouse through different links.
  private static func path(of warehouse: String) -> String {
    guard let real = realpath(warehouse, nil) else { return "\(warehouse).lock" }
    defer { free(real) }
    return "\(String(cString: real)).lock"
  }
}
