import Domain
import Foundation

/// The only place that reads the clock.
enum Clock {
  /// Names another date than today's, for rehearsals: `2026-07-01`.
  private static let variable = "TALENTFLOW_TODAY"

  /// Local time, `2026-11-23 14:03:15`.
  static func now() -> String {
    let parts = local()
    return "\(today().iso) \(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
  }

  /// Local time as the header of a mail has it, `Mon, 23 Nov 2026 14:03:15 +0800`.
  static func mailDate() -> String {
    var parts = local()
    var text = [CChar](repeating: 0, count: 64)
    let length = strftime(&text, text.count, "%a, %d %b %Y %H:%M:%S %z", &parts)
    return String(decoding: text[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  static func today() -> Day {
    if let day = ProcessInfo.processInfo.environment[variable].flatMap(Day.init(iso:)) { return day }
    let parts = local()
    return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? Day(ordinal: 0)
  }

  static func releaseHour() -> ReleaseHour { ReleaseHour(unix: time(nil)) }

  /// - Throws: `PipelineError` TF790 where the variable is set to anything but a date.
  static func check() throws {
    guard let text = ProcessInfo.processInfo.environment[variable], Day(iso: text)?.iso != text else { return }
    throw PipelineError(
      .wrongToday, .config, at: variable, "不是日期: \(Redaction.shown(text, limit: 40))",
      remedy: "写成 2026-07-01, 或去掉这个环境变量")
  }

  private static func local() -> tm {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return parts
  }

  private static func two(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
