/// How a measure stands, and why.
///
/// A figure that merely moved says nothing against anybody: only limits, targets and the ledger do.
public struct ScorecardVerdict: Sendable, Equatable {
  public enum Light: String, Sendable, CaseIterable {
    case red
    case yellow
    case green
    case grey
  }

  public enum Reason: Sendable, Equatable {
    /// Quarters without a row of the ledger.
    case unreported(Int)
    case belowFloor(figure: String, ScorecardPlan.Limit)
    case belowLimit(figure: String, ScorecardPlan.Limit)
    /// A figure with a limit that is not there, or too small to be shown.
    case unjudged(figure: String)
    /// Where the straight line to the target stands.
    case behindTarget(figure: String, expected: Double)
    /// The ledger has a target that no figure can be held against.
    case targetUnmeasured
    case overdue(Day)
    case noLedger
    case noFigures
    case ledgerOnly
    case onTime
  }

  public let light: Light
  public let reasons: [Reason]

  public init(light: Light, reasons: [Reason]) {
    self.light = light
    self.reasons = reasons
  }

  /// - Parameters:
  ///   - reports: all of the measure until `period`.
  ///   - hasLedger: whether any ledger has come.
  ///   - plan: says where targets are counted from, and which states of the ledger no day ends.
  public init(
    _ item: ScorecardPlan.Item, _ figures: [Scorecard.Figure], _ reports: [Scorecard.Report], hasLedger: Bool,
    period: Period, plan: ScorecardPlan
  ) {
    var red: [Reason] = []
    var yellow: [Reason] = []
    var notes: [Reason] = []
    if hasLedger {
      let silent = (0..<2).prefix { back in !reports.contains { $0.period == period.advanced(by: -back) } }.count
      if silent == 2 { red.append(.unreported(2)) } else if silent == 1 { yellow.append(.unreported(1)) }
    } else {
      notes.append(.noLedger)
    }
    for figure in figures {
      guard let limit = figure.limit else { continue }
      guard let value = figure.value else {
        notes.append(.unjudged(figure: figure.name))
        continue
      }
      let isLess = figure.better == .less
      if isLess ? value > limit.floor : value < limit.floor {
        red.append(.belowFloor(figure: figure.name, limit))
      } else if isLess ? value > limit.value : value < limit.value {
        yellow.append(.belowLimit(figure: figure.name, limit))
      }
    }
    let current = reports.filter { $0.period == period }
    if let due = current.compactMap(\.due).min(), due <= period.lastDay,
      current.contains(where: { !plan.done.contains($0.state) })
    {
      yellow.append(.overdue(due))
    }
    if let told = current.first(where: { $0.target != nil }), let target = told.target {
      let own = figures.first(where: \.isTarget)
      if let own, let value = own.value,
        let expected = ScorecardVerdict.expected(own, target: target, due: told.due, on: period, since: plan.since)
      {
        let rises = own.better.map { $0 == .more } ?? (target >= expected.base)
        if rises ? value < expected.now : value > expected.now {
          yellow.append(.behindTarget(figure: own.name, expected: expected.now))
        }
      } else {
        notes.append(.targetUnmeasured)
      }
    }
    let isMeasured = figures.contains { $0.current != .unavailable }
    if !isMeasured { notes.insert(item.coverage == .ledger ? .ledgerOnly : .noFigures, at: 0) }
    // Green says that all was held against something and nothing was behind.
    if !red.isEmpty {
      self.init(light: .red, reasons: red + yellow + notes)
    } else if !yellow.isEmpty {
      self.init(light: .yellow, reasons: yellow + notes)
    } else if notes.isEmpty {
      self.init(light: .green, reasons: [.onTime])
    } else {
      self.init(light: .grey, reasons: notes)
    }
  }

  /// Where a figure should stand on the straight line from its value at the start to the target.
  private static func expected(
    _ figure: Scorecard.Figure, target: Double, due: Day?, on period: Period, since: Period
  ) -> (base: Double, now: Double)? {
    guard let base = figure.points.first(where: { $0.period >= since && $0.cell.value != nil }),
      let start = base.cell.value
    else { return nil }
    let first = base.period.lastDay.ordinal
    guard let due, due.ordinal > first else { return (start, target) }
    let passed = min(1, Double(period.lastDay.ordinal - first) / Double(due.ordinal - first))
    return (start, start + (target - start) * passed)
  }
}
