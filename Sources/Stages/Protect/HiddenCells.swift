import Disclosure

/// Which counts of a period must not be shown, and which occupations the lists of the largest gaps may name.
struct HiddenCells {
  /// What was decided of a count that stands in a table.
  struct Decision {
    let cell: MarketCell
    let value: Int
    let isHidden: Bool
  }

  let decided: [Decision]
  private let hidden: Set<MarketCell>
  private let aliases: [MarketCell.Measure: [String: String]]
  private let ranked: [String: Set<String>]
  /// Cells that cannot be protected any more, since an earlier edition showed too much.
  let exposed: [MarketCell]
  /// What protection costs.
  let loss: LossReport

  init(
    decided: [Decision], aliases: [MarketCell.Measure: [String: String]], ranked: [String: Set<String>],
    exposed: [MarketCell],
    loss: LossReport
  ) {
    self.decided = decided
    hidden = Set(decided.filter(\.isHidden).map(\.cell))
    self.aliases = aliases
    self.ranked = ranked
    self.exposed = exposed
    self.loss = loss
  }

  func callAsFunction(_ region: String, _ measure: MarketCell.Measure, _ part: String = MarketCell.total) -> Bool {
    hidden.contains(MarketCell(region, measure, aliases[measure]?[part] ?? part))
  }

  /// Whether T6 or T7 of a region may list a 小类.
  func lists(_ region: String, _ code: String) -> Bool {
    let part = MarketCell.minorGroup(code)
    return ranked[region]?.contains(code) == true && !self(region, .demand, part) && !self(region, .seekers, part)
  }
}
