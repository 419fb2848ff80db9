import Domain
import Warehouse

/// What editions before showed and hid, for the same readers, and what one that is being made has decided already.
final class EarlierEditions {
  private let stored: (Period) throws -> EarlierPattern
  private let storedPeriods: () throws -> Set<Period>
  private var known: [Period: EarlierPattern] = [:]
  /// Periods that anything was said of; nil until they are asked for.
  private var all: Set<Period>?

  /// None.
  init() { (stored, storedPeriods) = ({ _ in EarlierPattern() }, { [] }) }

  /// Those of a warehouse.
  init(_ db: Database) {
    (stored, storedPeriods) = ({ try DisclosureStore.pattern(db, $0) }, { try DisclosureStore.periods(db) })
  }

  /// Of a period; empty where nothing was said of it.
  func pattern(_ period: Period) throws -> EarlierPattern {
    if let pattern = known[period] { return pattern }
    let pattern = try stored(period)
    known[period] = pattern
    return pattern
  }

  /// Periods of which anything was said.
  func periods() throws -> Set<Period> {
    if let all { return all }
    let periods = try storedPeriods()
    all = periods
    return periods
  }

  /// Keeps what was decided of a period, which is handed back.
  func adding(_ decisions: PeriodDecisions, of period: Period) throws -> PeriodDecisions {
    for count in decisions.decided {
      var pattern = try pattern(count.period)
      pattern.add(count.leaf, value: count.value, isHidden: count.isHidden, lacksProof: count.lacksProof)
      known[count.period] = pattern
    }
    all = try periods().union([period])
    return decisions
  }
}
