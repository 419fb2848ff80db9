/// The form of one table of the bulletin, as `Pipelines/rules/tables.yaml` lays it out.
public struct TableLayout: Sendable {
  /// Which columns the table has.
  public enum Sides: String, Sendable, CaseIterable {
    case demand
    case seekers
    case both
  }

  /// How the ratio of a row is formed (METHODS F2-F4).
  public enum RatioRule: String, Sendable, CaseIterable {
    /// No ratio column.
    case absent = "none"
    /// F3: seekers without an intention are shared out by demand.
    case f3
    /// F4: demand without a requirement is shared out by seekers.
    case f4
  }

  public struct Row: Sendable {
    public let key: String
    public let label: Label
    public let role: StatRow.Role
    /// The row whose count is the base of this row's share; nil: the column total.
    public let parent: String?
    /// The only side the row has; nil: those of the table.
    public let side: Sides?
    /// Codes that count here, with all codes below them; `""` is "not given"; `16..24` a range of numbers.
    public let codes: [String]

    public init(key: String, label: Label, role: StatRow.Role, parent: String?, side: Sides?, codes: [String]) {
      self.key = key
      self.label = label
      self.role = role
      self.parent = parent
      self.side = side
      self.codes = codes
    }
  }

  /// `T3`
  public let id: String
  public let title: Label
  public let note: Label?
  /// Nil for T1.
  public let dimension: Dimension?
  public let sides: Sides
  public let ratio: RatioRule
  /// Counts of no row are spread over the rows in proportion (F5).
  public let spreadsRest: Bool
  public let rows: [Row]

  public init(
    id: String, title: Label, note: Label?, dimension: Dimension?, sides: Sides, ratio: RatioRule, spreadsRest: Bool,
    rows: [Row]
  ) {
    self.id = id
    self.title = title
    self.note = note
    self.dimension = dimension
    self.sides = sides
    self.ratio = ratio
    self.spreadsRest = spreadsRest
    self.rows = rows
  }
}
