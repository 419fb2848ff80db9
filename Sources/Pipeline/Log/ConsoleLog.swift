import Domain
import Foundation
import Logging

/// Writes log lines to standard error: as text for people, or as one JSON object a line for programs.
public struct ConsoleLog: LogHandler {
  /// What a line looks like.
  public enum Style: Sendable {
    case json
    case text
    /// Text, where the progress line may stand.
    case terminal
  }

  public var logLevel: Logger.Level
  public var metadata: Logger.Metadata = [:]
  private let style: Style

  public init(level: Logger.Level, style: Style) {
    logLevel = level
    self.style = style
  }

  private static func prefix(_ level: Logger.Level) -> String {
    level >= .error ? "错误 " : level >= .warning ? "注意 " : ""
  }

  private static func told(_ text: String) -> String { Redaction.masked(DryFolder.unnamed(text)) }

  /// Counts stay numbers.
  private static func json(_ value: Logger.Metadata.Value) -> Any {
    if case .stringConvertible(let number as Int) = value { return number }
    return told("\(value)")
  }

  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  public func log(event: LogEvent) {
    let line: String
    let message = ConsoleLog.told("\(event.message)")
    if style != .json {
      line = (style == .terminal ? "\r\u{1B}[K" : "") + "\(ConsoleLog.prefix(event.level))\(message)\n"
    } else {
      var fields: [String: Any] = ["time": Clock.now(), "level": "\(event.level)", "message": message]
      for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 }) {
        fields[key] = ConsoleLog.json(value)
      }
      let data = try? JSONSerialization.data(withJSONObject: fields, options: [.sortedKeys, .withoutEscapingSlashes])
      line = String(decoding: data ?? Data(), as: UTF8.self) + "\n"
    }
    StandardError.write(line)
  }
}
