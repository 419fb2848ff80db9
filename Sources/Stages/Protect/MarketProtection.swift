import Disclosure
import Domain

/// Decides for each period which counts must not be shown.
struct MarketProtection {
  /// How much of a period is shown.
  enum Scope {
    /// All tables.
    case tables
    /// All but T6 and T7: what changes since the period tell of it.
    case changes
    /// T1 alone.
    case totals
  }

  let rules: BulletinRules
  let book: CodeBook
  let limits: CellLimits
  /// What editions before, for the same readers, showed and hid of a period.
  let earlier: (Period) throws -> EarlierPattern

  /// Totals are decided before tables, so that they are the same whatever is published of a period; they are hidden for
  /// the sake of a table only where nothing else protects it.
  ///
  /// - Parameter counts: the period's counts of each region, the city first.
  /// - Throws: `PipelineError` TF406 where a shown figure would betray a hidden one; `DatabaseError`.
  func hidden(_ counts: [RegionCounts], _ scope: Scope) throws -> HiddenCells {
    let earlier = try earlier(counts[0].period)
    let postings = try PostingFlows.read(counts[0].reader.db, region: counts[0].region, period: counts[0].period)
    let totals = try decided(counts, postings, .totals, earlier)
    guard scope != .totals else { return totals }
    var pattern = earlier
    for count in totals.decided { pattern.add(count.cell, value: count.value, isHidden: count.isHidden) }
    let tables = try decided(counts, postings, scope, pattern)
    return tables.exposed.isEmpty ? tables : try decided(counts, postings, scope, earlier)
  }

  private func decided(
    _ counts: [RegionCounts], _ postings: [PostingFlows.Posting], _ scope: Scope, _ earlier: EarlierPattern
  ) throws -> HiddenCells {
    let (draft, ranked) = try MarketSystem(
      counts: counts, rules: rules, book: book, limits: limits, earlier: earlier, postings: postings, scope: scope
    ).built()
    let builder = draft.builder
    let system = try builder.system()
    let suppression = Suppression(system)
    let report = IntervalAudit(system).report(hidden: suppression.hidden, proofs: suppression.proofs)
    // Those that no pattern can protect any more are told; anything else is an error of this program.
    let open = report.findings.map(\.cell).filter { !suppression.unprotected.contains($0) }
    if let first = open.first {
      throw PipelineError(
        406, .software, at: "\(counts[0].period)", "披露审计未通过: \(builder.keys[first])", remedy: "请把这条信息报告给开发者")
    }
    let decided = builder.keys.indices.filter { draft.published.contains(builder.keys[$0]) }.map { cell in
      HiddenCells.Decision(
        cell: builder.keys[cell], value: system.cells[cell].value, isHidden: suppression.hidden[cell])
    }
    return HiddenCells(
      decided: decided, aliases: draft.aliases,
      ranked: Dictionary(uniqueKeysWithValues: zip(counts.map(\.region.code), ranked)),
      exposed: suppression.unprotected.map { builder.keys[$0] }, loss: LossReport(system, hidden: suppression.hidden))
  }
}
