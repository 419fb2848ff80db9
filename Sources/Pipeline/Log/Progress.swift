import Foundation

/// One line on a terminal that says how far the run is: file, share, rate, time left. Silent elsewhere.
final class Progress {
  private let isShown: Bool
  private var name = ""
  private var total = 0
  private var started = Date()
  private var drawn = Date.distantPast

  init(isShown: Bool) { self.isShown = isShown }

  func start(_ name: String, bytes: Int) {
    self.name = name
    total = bytes
    started = Date()
    update(bytes: 0)
  }

  /// Draws at most ten times a second.
  func update(bytes: Int) {
    guard isShown, Date().timeIntervalSince(drawn) > 0.1 else { return }
    drawn = Date()
    let elapsed = max(drawn.timeIntervalSince(started), 0.001)
    let rate = Double(bytes) / elapsed
    let left = rate > 0 ? Int(Double(max(total - bytes, 0)) / rate) : 0
    let share = total > 0 ? min(bytes * 100 / total, 100) : 100
    let text =
      "\(name)  \(share)%  \(String(format: "%.1f", rate / 1e6)) MB/s  剩余 \(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60)"
    StandardError.write("\r\u{1B}[K\(text)")
  }

  /// Says which of several steps is under way.
  func step(_ name: String, _ number: Int, of count: Int) {
    guard isShown else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(number)/\(count)  \(name)".utf8))
  }

  /// Clears the line.
  func end() {
    guard isShown else { return }
    StandardError.write("\r\u{1B}[K")
  }
}
