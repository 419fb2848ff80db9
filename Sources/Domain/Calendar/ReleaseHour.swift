/// A moment by the clock of Beijing (UTC+8, no summer time), wherever the machine stands: the hour of a release.
public struct ReleaseHour: Comparable, Sendable {
  public let day: Day
  /// Minutes since midnight.
  private let minute: Int

  /// Seconds that Beijing is ahead of UTC.
  private static let lead = 8 * 3600

  /// Reads `2026-10-20 09:00`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, let day = DateText.parse(String(parts[0])), day.iso == parts[0] else { return nil }
    let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    guard clock.count == 2,
      clock.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let hour = Int(clock[0]), let minute = Int(clock[1]), hour < 24, minute < 60
    else { return nil }
    self.day = day
    self.minute = hour * 60 + minute
  }

  /// - Parameter seconds: since 1970-01-01 00:00 UTC, not before it.
  public init(unix seconds: Int) {
    let local = seconds + ReleaseHour.lead
    day = Day(ordinal: local / 86_400)
    minute = local % 86_400 / 60
  }

  public static func < (left: ReleaseHour, right: ReleaseHour) -> Bool {
    (left.day, left.minute) < (right.day, right.minute)
  }
}

extension ReleaseHour: CustomStringConvertible {
  /// `2026-10-20 09:00`
  public var description: String { "\(day.iso) \(twoDigits(minute / 60)):\(twoDigits(minute % 60))" }
}
