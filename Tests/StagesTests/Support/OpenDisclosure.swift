import Disclosure
import Domain
import Tables
import TestSupport

@testable import Stages

extension DisclosureRules {
  /// Hides nothing: every limit is one.
  static let open = DisclosureRules(
    leastPersons: [.everybody: 1, .bureau: 1], leastEmployers: 1, dominantPercent: 101)
}

extension Leaf {
  /// What all figures made up for tests are made of.
  static let test = Leaf(Period(unit: .quarter, ordinal: 8106), "450600", "test")
}

extension LeafDecisions {
  /// Shows `Leaf.test` and nothing else, but what is given.
  static func showing(_ leaves: Set<Leaf> = [], for audience: Audience = .everybody) -> LeafDecisions {
    do {
      return try LeafDecisions(
        deciding: CellSystemBuilder<Leaf>(), zeros: leaves.union([.test]), for: audience)
    } catch {
      preconditionFailure("a system without cells holds: \(error)")
    }
  }
}

extension ProtectedCell {
  /// A figure that may be seen.
  init(shown cell: Domain.Cell) { self.init(DraftTable.DraftCell(cell, [.test]), .showing()) }
}

extension ProtectedTable {
  /// A table all of whose figures may be seen.
  init(shown table: StatTable) {
    let draft = DraftTable(
      id: table.id, title: table.title, measures: table.measures,
      rows: table.rows.map { row in
        DraftTable.Row(
          key: row.key, label: row.label, role: row.role, cells: row.cells.map { .init($0, [.test]) }, isLow: row.isLow)
      }, note: table.note, audience: .everybody, isLow: table.isLow)
    guard let table = ProtectedTable(draft, .showing()) else { preconditionFailure("everybody may see it") }
    self = table
  }

  /// Cells of a row as they stand in a CSV.
  func csv(_ row: String) -> [String] { rows.first { $0.key == row }?.cells.map(\.csv) ?? [] }
}

extension DraftTable {
  /// As it is where nothing is hidden.
  var shown: ProtectedTable {
    let leaves = Set(rows.flatMap { $0.cells.flatMap(\.leaves) })
    guard let table = ProtectedTable(self, .showing(leaves)) else { preconditionFailure("everybody may see it") }
    return table
  }

  func csv(_ row: String) -> [String] { shown.csv(row) }
}

extension ProtectedOutlook {
  /// An outlook all of whose figures may be seen.
  init(shown outlook: Outlook) {
    var leaves: Set<Leaf> = []
    for region in outlook.regions {
      let parts = Set((region.occupations + region.warnings.map(\.subject)).map(ProtectedOutlook.part) + [Leaf.total])
      for back in 0..<20 {
        let own = RegionLeaves(region: region.code, period: outlook.origin.advanced(by: -back))
        for part in parts { leaves.formUnion([own(.demand, part), own(.seekers, part)]) }
      }
    }
    let decisions = LeafDecisions.showing(leaves)
    do {
      try self.init(outlook, rows: { _ in nil }, { _ in decisions })
    } catch {
      preconditionFailure("nothing is read: \(error)")
    }
  }
}

extension ProtectionReport {
  /// Of an edition that hides nothing.
  static let nothing = ProtectionReport(audience: .everybody, sensitive: 0, others: 0, exposed: [], decided: [])
}

extension RegionLeaves {
  static let test = RegionLeaves(region: "450600", period: Period(unit: .quarter, ordinal: 8106))
}
