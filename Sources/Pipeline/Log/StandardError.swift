import Domain
import Foundation

/// Writes to standard error. Where that cannot be written (a log on a full disk, a reader that went away), the words are
/// lost and the run goes on; Foundation's file handle would crash.
public enum StandardError {
  /// Writes a line that may repeat what people typed: numbers of persons in it are masked.
  public static func tell(_ text: String) { write(Redaction.masked(text) + "\n") }

  public static func write(_ text: String) {
    let bytes = Array(text.utf8)
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.write(STDERR_FILENO, $0.baseAddress! + done, bytes.count - done)
      }
      guard count > 0 || (count < 0 && errno == EINTR) else { return }
      done += max(count, 0)
    }
  }
}
