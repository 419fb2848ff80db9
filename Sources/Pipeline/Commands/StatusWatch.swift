import Foundation

/// Shows the status again and again until a signal ends it.
public struct StatusWatch {
  private let report: StatusReport
  private let isTerminal: Bool

  public init(_ spec: PipelineSpec, isTerminal: Bool) {
    report = StatusReport(spec)
    self.isTerminal = isTerminal
  }

  /// Returns after SIGINT, SIGTERM or SIGHUP, or when nobody reads any more.
  ///
  /// What cannot be read at the moment (a file being taken has the warehouse for itself) is shown like a status.
  public func run(every seconds: Int) {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    signal(SIGPIPE, SIG_IGN)
    var pause = timespec(tv_sec: seconds, tv_nsec: 0)
    repeat {
      guard write(block()) else { return }
    } while sigtimedwait(&signals, nil, &pause) < 0
  }

  private func block() -> String {
    let lines: [String]
    do { lines = try report.lines() } catch { lines = Failure.errors(error).map { "错误 \($0)" } }
    let text = "\(Clock.now())\n" + lines.map { "\($0)\n" }.joined()
    // Home, then each line with the rest of the old one cleared, then what is below: nothing flickers.
    return isTerminal
      ? "\u{1B}[H" + text.replacing("\n", with: "\u{1B}[K\n") + "\u{1B}[J" : text + "\n"
  }

  private func write(_ text: String) -> Bool {
    (try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))) != nil
  }
}
