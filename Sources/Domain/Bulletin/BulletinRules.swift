/// What analysts may change of the bulletin: `Pipelines/rules/bulletin.yaml`, and the market's files in `Pipelines/tables`.
public struct BulletinRules: Sendable {
  /// A word for the balance of the market, for ratios below `below` (the last band has none).
  public struct Band: Sendable {
    public let below: Double?
    public let label: Label

    public init(below: Double?, label: Label) {
      self.below = below
      self.label = label
    }
  }

  /// What a change of a main figure means for employers.
  public struct Tightness: Sendable {
    /// Whether the market is tighter the higher the figure; else the lower.
    public let isTighterUp: Bool
    /// The least change of which something is said, in the unit of the printed change.
    public let least: Double

    public init(isTighterUp: Bool, least: Double) {
      self.isTighterUp = isTighterUp
      self.least = least
    }
  }

  /// Ascending.
  public let bands: [Band]
  /// Rows of the tables of the largest gaps.
  public let topCount: Int
  public let tables: [TableLayout]
  /// Nil where the file lacks them: nothing is marked then.
  public let coded: CodedLimits?
  /// By figure; of others nothing is said.
  public let tightness: [Indicator: Tightness]

  public init(
    bands: [Band], topCount: Int, tables: [TableLayout], coded: CodedLimits? = nil,
    tightness: [Indicator: Tightness] = [:]
  ) {
    self.bands = bands
    self.topCount = topCount
    self.tables = tables
    self.coded = coded
    self.tightness = tightness
  }

  /// Whether a change of a figure makes the market tighter for employers (true) or easier (false); nil where nothing is
  /// said of it.
  public func isTighter(_ figure: Indicator, change: Double) -> Bool? {
    guard let rule = tightness[figure], abs(change) >= rule.least else { return nil }
    return (change > 0) == rule.isTighterUp
  }

  /// The word for `ratio`.
  public func band(_ ratio: Double) -> Label? {
    bands.first { $0.below.map { ratio < $0 } ?? true }?.label
  }
}
