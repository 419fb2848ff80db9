import Domain
import Tables

/// T14: mismatch and matching of one region, in the period and those that it is compared with.
struct MatchingTable {
  private typealias Draft = DraftTable.DraftCell

  let layout: TableLayout
  /// Tables over whose rows a mismatch is formed.
  let groups: [GroupedTable]
  let counts: ComparedCounts

  func table() throws -> DraftTable {
    let columns = try layout.columns.map { column in
      switch column.figure {
      case .previousPeriod: try points(.previous, counts.previous)
      case .yearBefore: try points(.yearBefore, counts.yearBefore)
      default: try points(.now, counts.now)
      }
    }
    return DraftTable(
      layout,
      rows: layout.rows.enumerated().map { index, row in
        DraftTable.Row(key: row.key, label: row.label, role: row.role, cells: columns.map { $0[index] })
      })
  }

  /// The figures of the rows in one period.
  private func points(_ when: RegionLeaves.When, _ own: RegionCounts) throws -> [Draft] {
    let occupations = try own.occupationPairs().sorted { $0.key < $1.key }
      .map { (vacancies: Double($0.value.demand), seekers: Double($0.value.seekers)) }
    let vacancies = Double(try own.total(MarketDataset.postings).valid)
    let seekers = Double(try own.total(MarketDataset.seekers).valid)
    let hires = Double(try own.hires())
    let leaves = RegionLeaves(region: counts.now.region.code, period: counts.now.period)
    let (education, level) = (
      try MismatchGroups(.education, groups, own), try MismatchGroups(.level, groups, own)
    )
    func draft(_ cell: Cell, _ measures: [MarketMeasure]) -> Draft {
      Draft(cell, measures.map { leaves($0, Leaf.total, when) })
    }
    return layout.rows.map { row in
      switch row.figure {
      case .mismatch: draft(Formula.mismatch(occupations), [.demand, .seekers])
      case .mismatchLinear: draft(Formula.linearMismatch(occupations), [.demand, .seekers])
      case .mismatchEducation: Draft(education.cell(Formula.mismatch), education.leaves(leaves, when))
      case .mismatchEducationLinear: Draft(education.cell(Formula.linearMismatch), education.leaves(leaves, when))
      case .mismatchLevel: Draft(level.cell(Formula.mismatch), level.leaves(leaves, when))
      case .mismatchLevelLinear: Draft(level.cell(Formula.linearMismatch), level.leaves(leaves, when))
      case .validOpenings: draft(.number(vacancies, decimals: 0), [.demand])
      case .validSeekers: draft(.number(seekers, decimals: 0), [.seekers])
      case .hires: draft(.number(hires, decimals: 0), [.hires])
      case .matchingEfficiency:
        draft(
          Formula.matchingEfficiency(hires: hires, vacancies: vacancies, seekers: seekers),
          [.demand, .seekers, .hires])
      default: draft(.notApplicable, [])
      }
    }
  }
}
