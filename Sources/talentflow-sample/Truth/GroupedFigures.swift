/// The true cells of a grouped table.
struct GroupedFigures {
  private let form: TableForm
  private let now: GroupedCounts
  private let previous: GroupedCounts
  private let yearBefore: GroupedCounts

  init(form: TableForm, view: MarketView) {
    self.form = form
    now = GroupedCounts(form, view.now)
    previous = GroupedCounts(form, view.previous)
    yearBefore = GroupedCounts(form, view.yearBefore)
  }

  func rows() -> [[String]] {
    form.rows.map { row in [row.key] + form.sides.flatMap { side(row, $0) } + ratios(row) }
  }

  private func side(_ row: TableForm.Row, _ side: MarketFact.Side) -> [String] {
    guard row.side == nil || row.side == side else { return Array(repeating: Figure.notApplicable, count: 4) }
    let share = share(row, side, now)
    return [
      Figure.whole(now.count(row.key, side)), Figure.two(share),
      Figure.two(Figure.difference(share, self.share(row, side, previous))),
      Figure.two(Figure.difference(share, self.share(row, side, yearBefore))),
    ]
  }

  private func share(_ row: TableForm.Row, _ side: MarketFact.Side, _ counts: GroupedCounts) -> Double? {
    Figure.share(counts.count(row.key, side), of: counts.count(row.parent ?? "total", side))
  }

  private func ratios(_ row: TableForm.Row) -> [String] {
    if form.ratio == .absent { return [] }
    guard row.hasRatio, let ratio = ratio(row, now) else { return Array(repeating: Figure.notApplicable, count: 3) }
    return [
      Figure.two(ratio), Figure.two(Figure.difference(ratio, self.ratio(row, previous))),
      Figure.two(Figure.difference(ratio, self.ratio(row, yearBefore))),
    ]
  }

  /// Rounded; nil where the denominator is 0.
  private func ratio(_ row: TableForm.Row, _ counts: GroupedCounts) -> Double? {
    let (demand, seekers) = (counts.count(row.key, .demand), counts.count(row.key, .seekers))
    switch form.ratio {
    case .absent: return nil
    case .sharingSeekers:
      return Ratio.sharingSeekers(
        demand, seekers, unassigned: counts.count("none", .seekers), demandTotal: counts.count("total", .demand))
    case .sharingDemand:
      let total = counts.count("total", .seekers)
      guard seekers > 0, total > 0 else { return nil }
      return Figure.rounded(demand / seekers + counts.count("none", .demand) / total)
    }
  }
}
