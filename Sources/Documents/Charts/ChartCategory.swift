/// A place on the category axis of a column or line chart.
public struct ChartCategory: Sendable, Equatable {
  /// `Q3`
  public let label: String
  /// A second line, where it begins something: the year; or empty.
  public let group: String

  public init(label: String, group: String) {
    self.label = label
    self.group = group
  }
}
