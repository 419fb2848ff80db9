/// What successive editions (vintages) said of the same periods: the periods down, the editions across. Since no edition
/// speaks of periods after its own, the filled part is a triangle.
public struct RevisionTriangle: Sendable, Equatable {
  /// What an edition said of a region in a period; values as its tables have them.
  public struct Value: Sendable, Equatable {
    public let period: Period
    public let region: String
    public let demand: String
    public let seekers: String
    public let ratio: String

    public init(period: Period, region: String, demand: String, seekers: String, ratio: String) {
      (self.period, self.region) = (period, region)
      (self.demand, self.seekers, self.ratio) = (demand, seekers, ratio)
    }
  }

  public struct Vintage: Sendable, Equatable {
    public let period: Period
    /// 1: as first published.
    public let revision: Int
    public let values: [Value]

    public init(period: Period, revision: Int, values: [Value]) {
      (self.period, self.revision, self.values) = (period, revision, values)
    }
  }

  /// In the order of their periods and revisions.
  public let vintages: [Vintage]

  public init(vintages: [Vintage]) { self.vintages = vintages }

  /// The periods that any edition speaks of, in their order.
  public var periods: [Period] { Set(vintages.flatMap { $0.values.map(\.period) }).sorted() }
}
