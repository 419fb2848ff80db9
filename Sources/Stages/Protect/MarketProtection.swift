import Disclosure
import Domain
import Foundation

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

  /// Totals are decided before tables, so that they are the same whatever is published of a period.
  ///
  /// - Parameter counts: the period's counts of each region, the city first.
  /// - Throws: `PipelineError` TF406 where a shown figure would betray a hidden one; `DatabaseError`.
  func hidden(_ counts: [RegionCounts], _ scope: Scope) throws -> HiddenCells {
    var pattern = try earlier(counts[0].period)
    let totals = try decided(counts, .totals, pattern)
    guard scope != .totals else { return totals }
    for count in totals.decided { pattern.add(count.cell, value: count.value, isHidden: count.isHidden) }
    return try decided(counts, scope, pattern)
  }

  private func decided(_ counts: [RegionCounts], _ scope: Scope, _ earlier: EarlierPattern) throws -> HiddenCells {
    let (draft, ranked) = try MarketSystem(
      counts: counts, rules: rules, book: book, limits: limits, earlier: earlier, hasTables: scope != .totals,
      hasRanks: scope == .tables
    ).built()
    let builder = draft.builder
    let system = try builder.system()
    if let path = ProcessInfo.processInfo.environment["TF_DUMP"] {
      func protection(_ p: Protection?) -> String {
        p.map { "{\"lower\":\($0.lower),\"upper\":\($0.upper),\"width\":\($0.width)}" } ?? "null"
      }
      let cells = zip(system.cells, builder.keys).map { c, k in
        "{\"value\":\(c.value),\"visibility\":\"\(c.visibility)\",\"protection\":\(protection(c.protection)),\"key\":\"\(k.region)/\(k.measure.rawValue)/\(k.part)\"}"
      }.joined(separator: ",\n")
      let sums = system.sums.map { "{\"total\":\($0.total),\"parts\":\($0.parts)}" }.joined(separator: ",\n")
      try "{\"cells\":[\(cells)],\"sums\":[\(sums)],\"facts\":[]}".write(
        toFile: "\(path)-\(counts[0].period)-\(scope).json", atomically: true, encoding: .utf8)
    }
    let clock = ContinuousClock()
    let t0 = clock.now
    let suppression = Suppression(system)
    let report = IntervalAudit(system).report(hidden: suppression.hidden, proofs: suppression.proofs)
    FileHandle.standardError.write(
      Data(
        "\(counts[0].period) \(scope) cells \(system.cells.count) sums \(system.sums.count) sensitive \(system.cells.filter { $0.protection != nil }.count) unprotected \(suppression.unprotected.count) hidden \(LossReport(system, hidden: suppression.hidden)) \(clock.now - t0)\n"
          .utf8))
    for f in report.findings {
      FileHandle.standardError.write(
        Data("  OPEN \(builder.keys[f.cell]) \(system.cells[f.cell]) \(f.interval)\n".utf8))
    }
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
