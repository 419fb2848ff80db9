import Documents
import Domain

/// How openings and seekers changed over the units that reported in both periods (F7c).
struct PanelChange {
  /// A side's change; nil where there was nothing before.
  struct Side {
    let difference: Double
    let growth: Cell

    /// Without sign, for a sentence that says the direction in words.
    var amount: String { NumberText.fixed(abs(difference), decimals: 0, separator: ",") }
    var percent: String { Cell.number(abs(growth.value ?? 0), decimals: 2).csv }

    func words(_ texts: Texts) -> Label {
      guard difference != 0 else { return texts.label(.sideUnchanged) }
      return texts.label(difference > 0 ? .sideUp : .sideDown, ["amount": Label(amount), "percent": Label(percent)])
    }
  }

  let demand: Side?
  let seekers: Side?
  /// Units of both sides together.
  let units: Int

  /// - Parameters: stocks by reporting unit, now and before.
  init(
    demand: (now: [Int: Stock], before: [Int: Stock]), seekers: (now: [Int: Stock], before: [Int: Stock])
  ) {
    self.demand = PanelChange.side(demand.now, demand.before)
    self.seekers = PanelChange.side(seekers.now, seekers.before)
    units =
      OverallTable.matched(demand.now, demand.before).both.count
      + OverallTable.matched(seekers.now, seekers.before).both.count
  }

  private static func side(_ now: [Int: Stock], _ before: [Int: Stock]) -> Side? {
    let units = OverallTable.matched(now, before).both
    let (new, old) = (
      OverallTable.total(now, { $0.valid }, in: units), OverallTable.total(before, { $0.valid }, in: units)
    )
    guard old > 0 else { return nil }
    return Side(difference: new - old, growth: Formula.growth(new, old))
  }
}
