import Domain

/// How the tables of the bulletin part the market: by side and dimension, and the major groups of the table of filling.
struct MarketPartition {
  private let demand: [DimensionParts]
  private let seekers: [DimensionParts]
  /// The rows of the table of filling: first digits of occupations, and what they are parts of.
  let majorGroups: [(codes: [String], part: String)]
  /// What is of no such row.
  let ungrouped: String

  /// - Parameters:
  ///   - hasTables: false for totals alone.
  ///   - minorGroups: 小类 of occupations to be told apart; nil: all.
  init(rules: BulletinRules, book: CodeBook, hasTables: Bool, minorGroups: Set<String>?) throws {
    func parts(_ side: TableLayout.Sides) throws -> [DimensionParts] {
      guard hasTables else { return [] }
      let used = rules.tables.filter { $0.isCounted && ($0.sides == .both || $0.sides == side) }.compactMap(\.dimension)
      return try Dimension.allCases.filter(used.contains).map { dimension in
        DimensionParts(
          dimension, side: side, layouts: rules.tables, list: try book.list(of: dimension),
          minorGroups: minorGroups)
      }
    }
    demand = try parts(.demand)
    seekers = try parts(.seekers)
    let filling = rules.tables.first(.filling)
    majorGroups = (filling?.rows ?? []).filter { $0.role != .total }.map { row in
      (row.codes, LeafPart.row(filling?.id ?? "", row.key))
    }
    ungrouped = LeafPart.row(filling?.id ?? "", "-")
  }

  func parts(_ side: TableLayout.Sides) -> [DimensionParts] { side == .demand ? demand : seekers }

  /// The place of an occupation's group in `majorGroups`; their number for one of none.
  func majorGroup(of number: Int) -> Int {
    let digit = String(Dimension.occupation.text(number).prefix(1))
    return majorGroups.firstIndex { $0.codes.contains(digit) } ?? majorGroups.count
  }
}
