import Foundation

/// Who holds a lock, as the lock file says it: process, host and start, one a line.
struct LockHolder: Equatable {
  let process: Int32
  let host: String
  let since: String

  static func current() -> LockHolder {
    LockHolder(process: getpid(), host: ProcessInfo.processInfo.hostName, since: Clock.now())
  }

  init(process: Int32, host: String, since: String) {
    self.process = process
    self.host = host
    self.since = since
  }

  /// Nil for a file that does not say it, or not yet.
  init?(_ text: String) {
    let lines = text.split(separator: "\n")
    guard lines.count == 3, let process = Int32(lines[0]) else { return nil }
    self.init(process: process, host: String(lines[1]), since: String(lines[2]))
  }

  var text: String { "\(process)\n\(host)\n\(since)\n" }

  /// For people; the host only where it is another one than ours.
  func description(seenFrom host: String) -> String {
    "进程 \(process)\(self.host == host ? "" : ", 主机 \(self.host)"), 开始于 \(since)"
  }
}
