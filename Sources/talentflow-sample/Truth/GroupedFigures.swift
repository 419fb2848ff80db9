/// The true cells of a grouped table.
struct GroupedFigures {
  let form: TableForm
  let view: MarketView

  func rows() -> [[String]] {
    form.rows.map { row in [row.key] + form.sides.flatMap { side(row, $0) } + ratios(row) }
  }

  private func side(_ row: TableForm.Row, _ side: MarketFact.Side) -> [String] {
    guard row.side == nil || row.side == side else { return Array(repeating: Figure.notApplicable, count: 4) }
    let share = share(row, side, view.now)
    return [
      Figure.whole(count(row, side, view.now)), Figure.two(share),
      Figure.two(Figure.difference(share, self.share(row, side, view.previous))),
      Figure.two(Figure.difference(share, self.share(row, side, view.yearBefore))),
    ]
  }

  /// Weight of the facts of a row; 0 on a side that the row does not have.
  private func count(_ row: TableForm.Row, _ side: MarketFact.Side, _ slice: MarketSlice) -> Double {
    guard row.side == nil || row.side == side else { return 0 }
    let count = Double(slice.rows(side).filter(row.holds).reduce(0) { $0 + $1.weight })
    guard form.spreads, row.key != "total" else { return count }
    let known = slice.rows(side).filter { !$0.section.isEmpty }.reduce(0) { $0 + $1.weight }
    return known == 0 ? count : count * Double(slice.total(side)) / Double(known)
  }

  private func share(_ row: TableForm.Row, _ side: MarketFact.Side, _ slice: MarketSlice) -> Double? {
    let base = form.rows.first { $0.key == row.parent ?? "total" } ?? TableForm.total
    return Figure.share(count(row, side, slice), of: count(base, side, slice))
  }

  private func ratios(_ row: TableForm.Row) -> [String] {
    if form.ratio == .absent { return [] }
    guard row.hasRatio, let now = ratio(row, view.now) else { return Array(repeating: Figure.notApplicable, count: 3) }
    return [
      Figure.two(now), Figure.two(Figure.difference(now, ratio(row, view.previous))),
      Figure.two(Figure.difference(now, ratio(row, view.yearBefore))),
    ]
  }

  /// Rounded; nil where the denominator is 0.
  private func ratio(_ row: TableForm.Row, _ slice: MarketSlice) -> Double? {
    let (demand, seekers) = (count(row, .demand, slice), count(row, .seekers, slice))
    let total = (demand: Double(slice.total(.demand)), seekers: Double(slice.total(.seekers)))
    switch form.ratio {
    case .absent: return nil
    case .sharingSeekers:
      let unassigned = Double(slice.seekers.count { $0.occupation.isEmpty })
      return Ratio.sharingSeekers(demand, seekers, unassigned: unassigned, demandTotal: total.demand)
    case .sharingDemand:
      let open = form.rows.first { $0.key == "none" }.map { count($0, .demand, slice) } ?? 0
      guard seekers > 0, total.seekers > 0 else { return nil }
      return Figure.rounded(demand / seekers + open / total.seekers)
    }
  }
}

/// Ratios of openings to seekers.
enum Ratio {
  /// Seekers without an intended occupation are shared out by openings (F3).
  static func sharingSeekers(
    _ demand: Double, _ seekers: Double, unassigned: Double, demandTotal: Double
  ) -> Double? {
    let shared = demandTotal == 0 ? 0 : unassigned * demand / demandTotal
    return seekers + shared == 0 ? nil : Figure.rounded(demand / (seekers + shared))
  }
}
