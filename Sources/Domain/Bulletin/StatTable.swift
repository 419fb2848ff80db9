/// A column of a statistical table.
public struct Measure: Hashable, Sendable {
  /// What a column of changes holds; such columns are named alike in all tables.
  public enum Change: String, Sendable, CaseIterable {
    case shareSincePrevious = "share_qoq"
    case shareSinceYear = "share_yoy"
    case ratioSincePrevious = "ratio_qoq"
    case ratioSinceYear = "ratio_yoy"
    case countSincePrevious = "count_qoq"
    case countSinceYear = "count_yoy"
    case growthSincePrevious = "count_qoq_pct"
    case growthSinceYear = "count_yoy_pct"
  }

  /// Stable id, also the CSV header: `demand_share_qoq`.
  public let id: String
  /// Of a column of changes the label of what changed.
  public let label: Label
  /// Unit as printed: 人, %, 百分点, 倍 (empty for a plain number or text).
  public let unit: Label
  /// Numbers of a change are printed with their sign.
  public let signed: Bool
  public let isText: Bool
  /// Nil where it is no change of another column.
  public let change: Change?

  public init(
    id: String, label: Label, unit: Label, signed: Bool = false, isText: Bool = false, change: Change? = nil
  ) {
    self.id = id
    self.label = label
    self.unit = unit
    self.signed = signed
    self.isText = isText
    self.change = change
  }
}

/// A row of a statistical table, in the classic order of the published form.
public struct StatRow: Hashable, Sendable {
  public enum Role: String, Sendable, CaseIterable {
    case item
    /// An 其中 row: its share is a share of its parent row.
    case subitem
    /// An enterprise class of T4: its share is of the enterprise subtotal.
    case enterprise
    /// 无要求 / 未分类.
    case none
    /// 未说明.
    case unknown
    case total
  }

  /// Stable id within the table: `skill5`, `C`, `total`.
  public let key: String
  public let label: Label
  public let role: Role
  /// Cells in the order of the table's measures.
  public let cells: [Cell]
  /// Marked `[low]` beside its name: the figures stand, and are to be taken with care.
  public let isLow: Bool

  public init(key: String, label: Label, role: Role, cells: [Cell], isLow: Bool = false) {
    self.key = key
    self.label = label
    self.role = role
    self.cells = cells
    self.isLow = isLow
  }
}

/// One of T1-T12 (or another table) for one region and one period.
public struct StatTable: Hashable, Sendable {
  /// `T1` ... `T12`.
  public let id: String
  public let title: Label
  public let measures: [Measure]
  public let rows: [StatRow]
  /// What a reader has to know of this table, printed below it.
  public let note: Label?
  /// Marked `[low]` as a whole.
  public let isLow: Bool

  public init(
    id: String, title: Label, measures: [Measure], rows: [StatRow], note: Label? = nil, isLow: Bool = false
  ) {
    self.id = id
    self.title = title
    self.measures = measures
    self.rows = rows
    self.note = note
    self.isLow = isLow
  }

  /// Whether it is marked, or any row of it.
  public var hasLow: Bool { isLow || rows.contains(where: \.isLow) }

  public func cell(_ row: String, _ measure: String) -> Cell? {
    guard let column = measures.firstIndex(where: { $0.id == measure }),
      let found = rows.first(where: { $0.key == row })
    else { return nil }
    return found.cells[column]
  }
}
