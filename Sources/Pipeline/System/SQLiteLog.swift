import Foundation
import Warehouse

/// What the system told SQLite. Its own result codes do not say whether a journal could not be made because the disk
/// is full or because the folder is closed to us.
enum SQLiteLog {
  /// A call that the system refused.
  struct Refusal: Equatable {
    let number: Int32
    let path: String

    /// The reason for a file that cannot be opened. A journal that is "not there" is one that could not be created:
    /// SQLite tries once more to read it, and logs the outcome of that. Where permission is missing it says so, so
    /// what remains is the disk.
    var kind: SystemFailure { number == ENOENT && path.hasSuffix("-journal") ? .full : SystemFailure(number) }
  }

  private final class Memory: @unchecked Sendable {
    private let lock = NSLock()
    private var refusal: Refusal?

    var last: Refusal? {
      get { lock.withLock { refusal } }
      set { lock.withLock { refusal = newValue } }
    }
  }

  private static let memory = Memory()
  private static let registration: Void = {
    DatabaseQueue.onLog { message in if let refusal = refusal(in: message) { memory.last = refusal } }
  }()

  /// To be called before the first connection of the process; later calls do nothing.
  static func start() { registration }

  static var last: Refusal? { memory.last }

  /// Reads `os_unix.c:44772: (28) open(/x/warehouse.sqlite-journal) - No space left on device`.
  static func refusal(in message: String) -> Refusal? {
    guard message.hasPrefix("os_unix.c:"), let open = message.firstIndex(of: "("),
      let close = message[open...].firstIndex(of: ")"), let number = Int32(message[message.index(after: open)..<close]),
      let start = message[close...].firstIndex(of: "("), let end = message.range(of: ") - ", options: .backwards)
    else { return nil }
    return Refusal(number: number, path: String(message[message.index(after: start)..<end.lowerBound]))
  }
}
