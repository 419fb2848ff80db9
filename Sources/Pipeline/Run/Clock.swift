import Domain
import Glibc

/// The only place that reads the clock.
enum Clock {
  /// Local time, `2026-11-23 14:03:15`.
  static func now() -> String {
    let parts = local()
    return "\(today().iso) \(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
  }

  static func today() -> Day {
    let parts = local()
    return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? Day(ordinal: 0)
  }

  static func releaseHour() -> ReleaseHour { ReleaseHour(unix: time(nil)) }

  private static func local() -> tm {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return parts
  }

  private static func two(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
