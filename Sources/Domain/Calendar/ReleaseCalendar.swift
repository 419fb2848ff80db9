/// When editions come out. Before its hour an edition is not published; after it, it is frozen.
public struct ReleaseCalendar: Sendable {
  /// In the order of the pipeline file.
  public let releases: [(period: Period, hour: ReleaseHour)]

  public init(_ releases: [(period: Period, hour: ReleaseHour)] = []) { self.releases = releases }

  /// Nil where the calendar does not know the period: its edition may be made again at any time.
  public func hour(of period: Period) -> ReleaseHour? { releases.first { $0.period == period }?.hour }
}
