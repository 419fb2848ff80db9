/// Seconds from 1970-01-01 00:00:00, as an export's clock shows them.
struct SampleTime: Comparable {
  let seconds: Int

  init(seconds: Int) { self.seconds = seconds }

  init(_ day: SampleDay, second: Int) { seconds = day.ordinal * 86_400 + second }

  /// `14:05:09`.
  var clock: String {
    let second = seconds % 86_400
    return [second / 3600, second / 60 % 60, second % 60].map(SampleDay.two).joined(separator: ":")
  }

  var day: SampleDay { SampleDay(ordinal: seconds / 86_400) }

  static func < (left: SampleTime, right: SampleTime) -> Bool { left.seconds < right.seconds }
}
