import Domain

/// The formulas of `IndicatorDefinition.all`, on unrounded values.
enum Formula {
  /// F2: openings per registered seeker, 2 decimals.
  static func ratio(_ demand: Double, _ seekers: Double) -> Cell {
    seekers > 0 ? .number(Rounding.round(demand / seekers), decimals: 2) : .unavailable
  }

  /// F3: D / (S + S0 * D / sum(D)).
  static func ratioSharingSeekers(demand: Double, seekers: Double, unassigned: Double, demandTotal: Double) -> Cell {
    let base = sharedSeekers(demand: demand, seekers: seekers, unassigned: unassigned, demandTotal: demandTotal)
    return base > 0 ? .number(Rounding.round(demand / base), decimals: 2) : .notApplicable
  }

  /// The seekers of F3: those of the occupation, and its part of those without one.
  static func sharedSeekers(demand: Double, seekers: Double, unassigned: Double, demandTotal: Double) -> Double {
    seekers + (demandTotal > 0 ? unassigned * demand / demandTotal : 0)
  }

  /// F4: D / S + D0 / sum(S).
  static func ratioSharingDemand(demand: Double, seekers: Double, unassigned: Double, seekersTotal: Double) -> Cell {
    guard seekers > 0, seekersTotal > 0 else { return .notApplicable }
    return .number(Rounding.round(demand / seekers + unassigned / seekersTotal), decimals: 2)
  }

  /// Percent of `base`, unrounded; nil where the base is 0.
  static func share(_ part: Double, of base: Double) -> Double? { base > 0 ? part / base * 100 : nil }

  /// F7: difference of two unrounded shares in percentage points.
  static func shareChange(_ now: Double?, _ before: Double?) -> Cell {
    guard let now, let before else { return .unavailable }
    return .number(Rounding.round(now - before), decimals: 2)
  }

  /// F7b: difference of two rounded ratios.
  static func ratioChange(_ now: Cell, _ before: Cell) -> Cell {
    if now == .notApplicable { return .notApplicable }
    guard let now = now.value, let before = before.value else { return .unavailable }
    return .number(Rounding.round(now - before), decimals: 2)
  }

  /// F7c: growth in percent.
  static func growth(_ now: Double, _ before: Double) -> Cell {
    before > 0 ? .number(Rounding.round((now - before) / before * 100), decimals: 2) : .unavailable
  }

  /// F8: filled of the openings closed in the period, percent.
  static func fillRate(_ stock: Stock) -> Cell {
    share(Double(stock.filled), of: Double(stock.closed)).map { .number(Rounding.round($0), decimals: 2) }
      ?? .unavailable
  }

  /// F11 (Sahin et al. 2014): 1 - sum (v_i/V)^a (u_i/U)^(1-a), a = 0.5.
  static func mismatch(_ pairs: [(vacancies: Double, seekers: Double)]) -> Cell {
    let (vacancies, seekers) = totals(pairs)
    guard vacancies > 0, seekers > 0 else { return .unavailable }
    let matched = pairs.reduce(0) { $0 + ($1.vacancies / vacancies * ($1.seekers / seekers)).squareRoot() }
    return .number(Rounding.round(1 - matched, decimals: 4), decimals: 4)
  }

  /// F11, linear: 1/2 sum |u_i/U - v_i/V|.
  static func linearMismatch(_ pairs: [(vacancies: Double, seekers: Double)]) -> Cell {
    let (vacancies, seekers) = totals(pairs)
    guard vacancies > 0, seekers > 0 else { return .unavailable }
    let distance = pairs.reduce(0) { $0 + abs($1.seekers / seekers - $1.vacancies / vacancies) }
    return .number(Rounding.round(distance / 2, decimals: 4), decimals: 4)
  }

  /// F12: A = H / (V^a U^(1-a)), a = 0.5.
  static func matchingEfficiency(hires: Double, vacancies: Double, seekers: Double) -> Cell {
    guard hires > 0, vacancies > 0, seekers > 0 else { return .unavailable }
    return .number(Rounding.round(hires / (vacancies * seekers).squareRoot(), decimals: 4), decimals: 4)
  }

  private static func totals(_ pairs: [(vacancies: Double, seekers: Double)]) -> (Double, Double) {
    (pairs.reduce(0) { $0 + $1.vacancies }, pairs.reduce(0) { $0 + $1.seekers })
  }
}
