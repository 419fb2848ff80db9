import Domain
import Warehouse

/// What editions before showed and hid, for the same readers, and what one that is being made has decided already.
final class EarlierEditions {
  private let db: Database?
  private var known: [Period: EarlierPattern] = [:]
  /// Periods of which anything was said.
  private(set) var periods: Set<Period>

  /// - Parameter db: the warehouse that remembers editions for these readers; nil where none does.
  init(_ db: Database?) throws {
    self.db = db
    periods = try db.map(DisclosureStore.periods) ?? []
  }

  /// Of a period; empty where nothing was said of it.
  func pattern(_ period: Period) throws -> EarlierPattern {
    if let pattern = known[period] { return pattern }
    let pattern = try db.map { try DisclosureStore.pattern($0, period) } ?? EarlierPattern(period)
    known[period] = pattern
    return pattern
  }

  /// Keeps what was decided of a period, which is handed back.
  func adding(_ decisions: PeriodDecisions, of period: Period) throws -> PeriodDecisions {
    for count in decisions.decided {
      if known[count.period] == nil { _ = try pattern(count.period) }
      known[count.period]?.add(
        count.leaf, value: count.value, isHidden: count.isHidden, lacksProof: count.lacksProof)
    }
    periods.insert(period)
    return decisions
  }
}
