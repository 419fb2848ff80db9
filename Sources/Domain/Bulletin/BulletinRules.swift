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

  /// Ascending.
  public let bands: [Band]
  /// Rows of the tables of the largest gaps.
  public let topCount: Int
  public let tables: [TableLayout]
  /// Nil where the file lacks them: nothing is marked then.
  public let coded: CodedLimits?

  public init(bands: [Band], topCount: Int, tables: [TableLayout], coded: CodedLimits? = nil) {
    self.bands = bands
    self.topCount = topCount
    self.tables = tables
    self.coded = coded
  }

  /// The word for `ratio`.
  public func band(_ ratio: Double) -> Label? {
    bands.first { $0.below.map { ratio < $0 } ?? true }?.label
  }
}
