/// Series that are forecast together: they end at the same step and share period and calibration.
public struct Panel: Sendable {
  public struct Member: Sendable {
    public let series: TimeSeries
    /// Place of the aggregate above in the panel; nil for the top.
    public let parent: Int?
    /// Factors of the calendar for the series' steps and at least the horizon's (`NewYearEffect.factors`), estimated on
    /// a large aggregate; nil where there are none.
    public let calendar: [Double]?

    public init(series: TimeSeries, parent: Int? = nil, calendar: [Double]? = nil) {
      self.series = series
      self.parent = parent
      self.calendar = calendar
    }
  }

  public let members: [Member]

  /// - Parameter members: in any order; parents must not form a circle.
  public init(_ members: [Member]) {
    self.members = members
  }

  public var maxPeriod: Int { members.map(\.series.period).max() ?? 1 }

  /// Members by their distance from the top: each group's parents are in the groups before. Members of a circle are
  /// left out.
  var generations: [[Int]] {
    let children = Dictionary(grouping: members.indices, by: { members[$0].parent ?? -1 })
    var result: [[Int]] = []
    var next = children[-1] ?? []
    while !next.isEmpty {
      result.append(next)
      next = next.flatMap { children[$0] ?? [] }.sorted()
    }
    return result
  }

  /// How many members each member is the parent of.
  var childCounts: [Int] {
    var counts = [Int](repeating: 0, count: members.count)
    for member in members { if let parent = member.parent { counts[parent] += 1 } }
    return counts
  }
}
