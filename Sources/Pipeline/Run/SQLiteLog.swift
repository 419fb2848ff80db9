import Foundation
import GRDB

/// What the system told SQLite. Its own result codes do not say whether a journal could not be made because the disk
/// is full or because the folder is closed to us.
enum SQLiteLog {
  private final class Memory: @unchecked Sendable {
    private let lock = NSLock()
    private var number: Int32?

    var last: Int32? {
      get { lock.withLock { number } }
      set { lock.withLock { number = newValue } }
    }
  }

  private static let memory = Memory()
  private static let registration: Void = {
    Database.logError = { _, message in if let number = systemError(in: message) { memory.last = number } }
  }()

  /// To be called before the first connection of the process; later calls do nothing.
  static func start() { registration }

  static var lastSystemError: Int32? { memory.last }

  /// The number of `os_unix.c:44772: (28) open(/x/warehouse.sqlite-journal) - No space left on device`.
  static func systemError(in message: String) -> Int32? {
    guard message.hasPrefix("os_unix.c:"), let open = message.firstIndex(of: "("),
      let close = message[open...].firstIndex(of: ")")
    else { return nil }
    return Int32(message[message.index(after: open)..<close])
  }
}
