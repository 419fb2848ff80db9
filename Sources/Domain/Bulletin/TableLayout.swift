/// The form of one table of the market, as its file in `Pipelines/tables` declares it.
public struct TableLayout: Sendable {
  /// How the rows of a table are made.
  public enum Form: Hashable, Sendable {
    /// What the stocks of both sides are made of.
    case overall
    /// By the codes of a dimension.
    case groups
    /// The occupations with the largest gaps.
    case ranking(Ranking)
    /// What became of postings, and what they offer, by major group.
    case filling
    /// One figure a row, one period a column.
    case matching
  }

  /// A list of rows that the figures make.
  public enum Ranking: String, Sendable, CaseIterable {
    /// Openings above seekers.
    case shortages
    /// Seekers above openings.
    case surpluses
  }

  /// What pages and sentences know a table of groups as.
  public enum Part: String, Sendable, CaseIterable {
    /// The three sectors.
    case sectors
    case industries
    /// Major groups.
    case occupations
    /// Of skills and professional titles.
    case levels
  }

  /// The section of the bulletin that a table stands in.
  public enum Section: String, Sendable, CaseIterable {
    case overall, demand, occupation, seekers, groups, market
  }

  /// Which side of the market is counted.
  public enum Sides: Sendable {
    case demand
    case seekers
    case both
  }

  /// How the ratio of a row is formed (METHODS F2-F4).
  public enum RatioRule: Sendable {
    /// No ratio column.
    case absent
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
    /// Codes that count here, with all codes below them; `""` is "not given"; `16..24` a range of numbers. Of a stock:
    /// `carried`, `new`.
    public let codes: [String]
    /// What the row is, in a table of one figure a row.
    public let figure: MarketFigure?

    public init(
      key: String, label: Label, role: StatRow.Role, parent: String? = nil, side: Sides? = nil, codes: [String] = [],
      figure: MarketFigure? = nil
    ) {
      self.key = key
      self.label = label
      self.role = role
      self.parent = parent
      self.side = side
      self.codes = codes
      self.figure = figure
    }
  }

  public struct Column: Sendable {
    public enum Kind: Hashable, Sendable {
      case swift(MarketFigure)
      /// Of the rows in another column, by its id.
      case share(of: String)
      /// Of two other columns.
      case difference(String, String)
    }

    public let id: String
    public let label: Label
    public let unit: Label
    public let kind: Kind

    public init(id: String, label: Label, unit: Label, kind: Kind) {
      self.id = id
      self.label = label
      self.unit = unit
      self.kind = kind
    }

    public var figure: MarketFigure? { if case .swift(let figure) = kind { figure } else { nil } }
  }

  /// `T3`
  public let id: String
  public let title: Label
  public let note: Label?
  public let form: Form
  /// Nil where there are no groups.
  public let dimension: Dimension?
  public let rows: [Row]
  public let columns: [Column]
  /// What has changed since the period before and that of a year before.
  public let hasChanges: Bool
  public let part: Part?
  public let section: Section
  public let audience: Audience

  public init(
    id: String, title: Label, note: Label?, form: Form, dimension: Dimension?, rows: [Row], columns: [Column],
    hasChanges: Bool, part: Part? = nil, section: Section = .market, audience: Audience
  ) {
    self.id = id
    self.title = title
    self.note = note
    self.form = form
    self.dimension = dimension
    self.rows = rows
    self.columns = columns
    self.hasChanges = hasChanges
    self.part = part
    self.section = section
    self.audience = audience
  }
}

extension TableLayout {
  /// The first column that shows a figure.
  public func column(_ figure: MarketFigure) -> Column? { columns.first { $0.figure == figure } }

  /// The column of openings, and that of seekers.
  public var demand: Column? { columns.first { $0.figure?.isDemand ?? false } }
  public var seekers: Column? { column(.validSeekers) }
  public var ratioColumn: Column? { columns.first { $0.figure?.isRatio ?? false } }

  /// The column of the shares of another.
  public func share(of column: Column?) -> Column? {
    columns.first { other in column.map { other.kind == .share(of: $0.id) } ?? false }
  }

  /// The column of the differences of others.
  public var gap: Column? { columns.first { if case .difference = $0.kind { true } else { false } } }

  public var sides: Sides { seekers == nil ? .demand : demand == nil ? .seekers : .both }

  public var ratio: RatioRule {
    column(.ratioByOccupation) != nil ? .f3 : column(.ratioByRequirement) != nil ? .f4 : .absent
  }

  /// Counts of no row are spread over the rows in proportion (F5).
  public var spreadsRest: Bool { column(.sectorOpenings) != nil }
  /// The row that is shared out over the others before the ratio is formed.
  public var unassigned: Row? { rows.first { $0.role == .none && $0.side == (ratio == .f3 ? .seekers : .demand) } }

  /// True where its rows are counted by codes and add up with those of other tables.
  public var isCounted: Bool { form == .groups }

  public func row(_ key: String) -> Row? { rows.first { $0.key == key } }
}

extension Sequence<TableLayout> {
  public func first(_ form: TableLayout.Form) -> TableLayout? { first { $0.form == form } }
  public func first(_ part: TableLayout.Part) -> TableLayout? { first { $0.part == part } }
}

extension TableLayout {
  /// Codes of the rows of `overall`: what a stock is made of.
  public static let carried = "carried"
  public static let new = "new"

  /// The row of the whole stock, which speaks for the market.
  public var headline: Row? { rows.first { $0.isWholeStock } }
}

extension TableLayout.Row {
  public var isWholeStock: Bool { Set(codes) == [TableLayout.carried, TableLayout.new] }
}
