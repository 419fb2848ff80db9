/// Observations at equal steps, oldest first.
public struct TimeSeries: Sendable, Equatable {
  /// nil where an observation is missing.
  public let values: [Double?]
  /// Steps a year: 12, 4, or 1 where there is no season.
  public let period: Int

  /// - Parameter period: at least 1.
  public init(_ values: [Double?], period: Int) {
    self.values = values
    self.period = max(period, 1)
  }

  public init(_ values: [Double], period: Int) {
    self.init(values.map(Optional.some), period: period)
  }

  /// The series without its last `count` steps.
  public func dropLast(_ count: Int) -> TimeSeries { TimeSeries(Array(values.dropLast(count)), period: period) }

  /// Observations from the first known one to the last, gaps filled.
  public var filled: [Double] { GapFilling.filled(trimmed, period: period) }

  /// Steps after the last known observation.
  public var missingAtEnd: Int { values.reversed().prefix { $0 == nil }.count }

  /// Missing observations between known ones.
  public var missingInside: Int { trimmed.filter { $0 == nil }.count }

  private var trimmed: [Double?] {
    guard let first = values.firstIndex(where: { $0 != nil }), let last = values.lastIndex(where: { $0 != nil }) else {
      return []
    }
    return Array(values[first...last])
  }
}
