import Disclosure
import Domain
import Tables
import Warehouse

/// What editions before showed and hid, for the same readers, and what one that is being made has decided already.
final class EarlierEditions {
  private let db: Database?
  private var known: [Period: EarlierPattern] = [:]
  private var told: [Period: [DisclosedVintage]] = [:]
  /// Vintages that are new or have changed, by period and number.
  private var isChanged: [Period: Set<Int>] = [:]
  /// By year: no period is of two.
  private var proofs: [Int: DisclosedProofs] = [:]
  private var hasNewProofs: Set<Int> = []
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

  /// All that readers keep of a period, oldest first; none where nothing was said, or by a program that kept values alone.
  func vintages(_ period: Period) throws -> [DisclosedVintage] {
    if let vintages = told[period] { return vintages }
    let vintages = try db.map { try VintageStore.vintages($0, period) } ?? []
    told[period] = vintages
    return vintages
  }

  /// The doubt that there is of counts of a period without proof.
  func doubts(_ period: Period) throws -> (Leaf) -> DisclosedVintage.Doubt {
    let counts = try vintages(period).last?.counts.filter { $0.standing == .unproven } ?? []
    let doubts = Dictionary(
      uniqueKeysWithValues: counts.map { (Leaf(period, $0.region, $0.measure, $0.part), $0.doubt) })
    return { doubts[$0] ?? (0, 0, 0) }
  }

  /// What of them readers lay beside other periods: editions of the period itself; where there are none, what others told
  /// of it last.
  func editions(_ period: Period) throws -> [DisclosedVintage] {
    let vintages = try vintages(period)
    let editions = vintages.filter(\.isEdition)
    return editions.isEmpty ? vintages.suffix(1) : editions
  }

  /// Keeps what was decided of a period, which is handed back.
  ///
  /// - Parameter remembered: what was told of it, where that has not been kept as vintages yet.
  func adding(
    _ decisions: PeriodDecisions, of period: Period, remembered: [DisclosedVintage]
  ) throws -> PeriodDecisions {
    for count in decisions.decided {
      if known[count.period] == nil { _ = try pattern(count.period) }
      known[count.period]?.add(
        count.leaf, value: count.value, isHidden: count.isHidden, lacksProof: count.lacksProof,
        isGivenAway: count.isGivenAway)
    }
    for (period, leaves) in Dictionary(grouping: decisions.unproven, by: \.period) {
      var vintages = try vintages(period)
      for place in vintages.indices {
        let number = vintages[place].number
        guard leaves.contains(where: { $0.vintage == number }) else { continue }
        vintages[place].lackProof { count in
          let leaf = Leaf(period, count.region, count.measure, count.part, vintage: number)
          return leaves.contains(leaf) ? decisions.leaves.doubt(leaf) : nil
        }
        isChanged[period, default: []].insert(number)
      }
      told[period] = vintages
    }
    try add(decisions.vintage, remembered)
    periods.insert(period)
    return decisions
  }

  /// Adds a vintage, or puts it in the place of the last one where that is of the same data and tells no more.
  private func add(_ vintage: DisclosedVintage, _ remembered: [DisclosedVintage]) throws {
    let period = vintage.period
    var vintages = try vintages(period)
    if vintages.isEmpty {
      vintages = remembered
      isChanged[period, default: []].formUnion(remembered.map(\.number))
    }
    var number = (vintages.last?.number ?? 0) + 1
    if let last = vintages.last, last.hasData(of: vintage) {
      number = last.number
      let fuller = last.printedCount > vintage.printedCount ? last : vintage
      vintages[vintages.count - 1] = fuller.with(
        number: number, isEdition: last.isEdition || vintage.isEdition)
    } else {
      vintages.append(vintage.with(number: number, isEdition: vintage.isEdition))
    }
    isChanged[period, default: []].insert(number)
    told[period] = vintages
  }

  /// What proved the protection of a year's periods last, as far as a system has the same cells.
  func proofs(in builder: CellSystemBuilder<Leaf>, year: Int) throws -> ProtectionProofs {
    let own = try proofs[year] ?? db.map { try ProofStore.proofs($0, year: year) } ?? DisclosedProofs(year: year)
    proofs[year] = own
    return try own.found(in: builder) { try vintages($0).last?.number }
  }

  /// Keeps proofs, where there are any, in the place of those before.
  func keep(_ own: DisclosedProofs) {
    guard !own.proofs.isEmpty else { return }
    proofs[own.year] = own
    hasNewProofs.insert(own.year)
  }

  /// Proofs that must be kept, by year.
  var found: [DisclosedProofs] { hasNewProofs.sorted().compactMap { proofs[$0] } }

  /// What must be kept, in order.
  var changed: [DisclosedVintage] {
    isChanged.sorted { $0.key < $1.key }.flatMap { period, numbers in
      told[period, default: []].filter { numbers.contains($0.number) }
    }
  }
}
