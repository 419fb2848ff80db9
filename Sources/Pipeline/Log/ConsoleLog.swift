import Foundation
import Logging

/// Writes log lines to standard error: for people on a terminal, as one JSON object a line elsewhere (cron).
public struct ConsoleLog: LogHandler {
  public var logLevel: Logger.Level
  public var metadata: Logger.Metadata = [:]
  private let isTerminal: Bool

  public init(level: Logger.Level, isTerminal: Bool) {
    logLevel = level
    self.isTerminal = isTerminal
  }

  private static func prefix(_ level: Logger.Level) -> String {
    level >= .error ? "错误 " : level >= .warning ? "注意 " : ""
  }

  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  public func log(event: LogEvent) {
    let line: String
    if isTerminal {
      // The progress line may stand here.
      line = "\r\u{1B}[K\(ConsoleLog.prefix(event.level))\(event.message)\n"
    } else {
      let fields = ["time": Clock.now(), "level": "\(event.level)", "message": "\(event.message)"]
      let data = try? JSONSerialization.data(withJSONObject: fields, options: [.sortedKeys, .withoutEscapingSlashes])
      line = String(decoding: data ?? Data(), as: UTF8.self) + "\n"
    }
    StandardError.write(line)
  }
}
