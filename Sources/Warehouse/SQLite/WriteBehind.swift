import Dispatch
import Glibc

/// Has the system write a file to the disk while it still grows: what a large transaction leaves in memory is then little,
/// and its last sync is short.
///
/// It changes nothing of what is safe when: SQLite still syncs the file itself. To be made and closed between
/// transactions, since closing any descriptor of a file gives up the locks that SQLite has on it.
public final class WriteBehind {
  private var descriptor: Int32
  private let queue = DispatchQueue(label: "write-behind")
  private let isBusy = DispatchSemaphore(value: 1)

  public init(path: String) { descriptor = open(path, O_RDWR | O_CLOEXEC) }

  public func close() {
    queue.sync {}
    if descriptor >= 0 { Glibc.close(descriptor) }
    descriptor = -1
  }

  /// Begins to write what waits; nothing where that is under way.
  public func push() {
    guard descriptor >= 0, isBusy.wait(timeout: .now()) == .success else { return }
    queue.async { [descriptor, isBusy] in
      _ = fdatasync(descriptor)
      isBusy.signal()
    }
  }
}
