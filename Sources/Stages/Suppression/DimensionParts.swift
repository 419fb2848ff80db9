import Domain

/// The codes of a dimension, grouped into parts so fine that every row of every table is made of whole parts, and the
/// 小类 of occupations that rankings list too.
final class DimensionParts {
  struct Part {
    /// `occupation:2-02-06`, unique within a side.
    let name: String
    /// The rows that it counts in: `T5/2`.
    let rows: [String]
  }

  let dimension: Dimension
  private(set) var parts: [Part] = []
  private let matchers: [(layout: TableLayout, matcher: RowMatcher)]
  private let side: TableLayout.Sides
  /// 小类 that are parts of their own; nil: all.
  private let minorGroups: Set<String>?
  private var places: [String: Int] = [:]
  private var known: [Int: Int] = [:]

  /// - Parameter side: demand or seekers; rows of the other side do not count.
  init(
    _ dimension: Dimension, side: TableLayout.Sides, layouts: [TableLayout], list: CodeList?,
    minorGroups: Set<String>?
  ) {
    self.minorGroups = minorGroups
    self.dimension = dimension
    self.side = side
    matchers = layouts.filter { layout in
      layout.isCounted && layout.dimension == dimension && (layout.sides == .both || layout.sides == side)
    }.map { ($0, RowMatcher($0, list: list)) }
  }

  /// Where in `parts` a number of the cube belongs.
  func place(of number: Int) -> Int {
    if let place = known[number] { return place }
    let text = dimension.text(number)
    let rows = matchers.flatMap { layout, matcher in
      let own = matcher.rows(of: text).filter { key in
        layout.rows.first { $0.key == key }.map { $0.side == nil || $0.side == side } ?? false
      }
      // What is spread over the rows of a table is a row of its own here.
      return (own.isEmpty && layout.spreadsRest ? [DimensionParts.spread] : own).map { LeafPart.row(layout.id, $0) }
    }
    let name = "\(dimension):\(minorGroup(text) ?? rows.joined(separator: "+"))"
    let place = places[name] ?? parts.count
    if place == parts.count {
      places[name] = place
      parts.append(Part(name: name, rows: rows))
    }
    known[number] = place
    return place
  }

  /// The 小类 that a code belongs to, where that is a part.
  private func minorGroup(_ text: String) -> String? {
    guard dimension == .occupation, let group = OccupationGaps.group(text), minorGroups?.contains(group) ?? true else {
      return nil
    }
    return group
  }

  /// The rows with the places of their parts; rows of tables that spread what is unknown stand last.
  var rows: [(name: String, places: [Int])] {
    var found: [String: [Int]] = [:]
    for (place, part) in parts.enumerated() { for row in part.rows { found[row, default: []].append(place) } }
    let spreading = Set(matchers.filter(\.layout.spreadsRest).map(\.layout.id))
    func isSpread(_ row: String) -> Int { spreading.contains(String(row.prefix { $0 != "/" })) ? 1 : 0 }
    return found.sorted { (isSpread($0.key), $0.key) < (isSpread($1.key), $1.key) }.map { ($0.key, $0.value) }
  }

  /// How many other rows of its table show nothing where a row is hidden: those that it is spread or shared out over, or
  /// whose shares are of it.
  func dependents(_ row: String) -> Int { matchers.map { dependents(row, in: $0.layout) }.max() ?? 0 }

  private func dependents(_ row: String, in layout: TableLayout) -> Int {
    if layout.spreadsRest, row == LeafPart.spread(layout.id) { return layout.rows.count }
    guard let own = layout.rows.first(where: { LeafPart.row(layout.id, $0.key) == row }) else { return 0 }
    if layout.ratio != .absent, own.key == layout.unassigned?.key {
      return layout.rows.filter { $0.role == .item || $0.role == .subitem }.count
    }
    return layout.rows.filter { $0.parent == own.key }.count
  }

  /// Rows that no code met counts in, and 小类 looked for and not met: nothing is there, in any region.
  var empty: [String] {
    let met = Set(parts.flatMap { $0.rows + [$0.name] })
    let rows = matchers.flatMap { layout, _ in
      layout.rows.filter { $0.role != .total && ($0.side == nil || $0.side == side) }
        .map { LeafPart.row(layout.id, $0.key) } + (layout.spreadsRest ? [LeafPart.spread(layout.id)] : [])
    }
    let groups = dimension == .occupation ? (minorGroups ?? []).map(LeafPart.minorGroup) : []
    return (rows + groups).filter { !met.contains($0) }
  }

  static let spread = "spread"
}
