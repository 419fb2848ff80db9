/// How often an export is expected, and how long after the end of what it reports on.
public struct DeliverySchedule: Sendable, Equatable {
  public enum Every: String, Sendable, CaseIterable {
    case day
    /// Days that are worked.
    case workday
    /// Monday to Sunday.
    case week
    case month
    case quarter

    /// Nights after the end of the period, where the pipeline file says nothing.
    public var usualNights: Int {
      switch self {
      case .day, .workday: 1
      case .week: 2
      case .month: 5
      case .quarter: 10
      }
    }
  }

  public let every: Every
  /// The export has to be there on this night after the last day of its period; 1: the night right after it.
  public let by: Int

  public init(_ every: Every, by: Int? = nil) {
    self.every = every
    self.by = by ?? every.usualNights
  }

  /// Periods that ended before the night `day`, the newest first.
  public func ended(before day: Day, count: Int, _ calendar: WorkingDays) -> [ExportPeriod] {
    var periods: [ExportPeriod] = []
    var period = ExportPeriod(every, containing: Day(ordinal: day.ordinal - 1))
    if period.last >= day { period = period.previous(every) }
    // A long holiday has no export of a working day; no holiday lasts for a year.
    for _ in 0..<count + 366 where periods.count < count {
      if every != .workday || calendar.contains(period.first) { periods.append(period) }
      period = period.previous(every)
    }
    return periods
  }

  /// The night on which the export of `period` has to be there.
  public func due(_ period: ExportPeriod) -> Day { Day(ordinal: period.last.ordinal + by) }
}
