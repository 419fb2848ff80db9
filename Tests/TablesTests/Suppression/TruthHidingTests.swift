import Domain
import Foundation
import Testing

@testable import Tables

/// What the reference hides is hidden here too. It hides what its primary rules name and, where one cell of a sum is
/// hidden alone, another one; which one that is follows the order of a set of texts, and is no rule. So those may differ,
/// if only no sum has a single hidden cell.
@Suite struct TruthHidingTests {
  @Test(arguments: TruthScenario.names) func hidden(_ name: String) throws {
    let scenario = try TruthScenario.named(name)
    var shown: [String] = []
    var (theirs, others) = (0, 0)
    for (period, own) in Dictionary(grouping: scenario.lines("cells-limits.csv"), by: \.period) {
      var system = DeclaredSystem(TableDrafts.rules, .everybody)
      var evaluations: [String: TableEvaluation] = [:]
      for table in Set(own.map(\.table)).sorted() where scenario.tables[table]?.audience == .everybody {
        let evaluation = try scenario.evaluation(table, period, isLimited: true)
        evaluations[table] = evaluation
        try system.add(evaluation)
      }
      let decisions = try system.outcome().decisions
      for line in own {
        guard let evaluation = evaluations[line.table] else { continue }
        let found = try #require(TruthTests.id(line.figure, in: evaluation))
        let figure = try #require(evaluation.table.figure(found.figure))
        for (place, wanted) in line.values.enumerated() where wanted.hasPrefix("[c]") {
          let id = CellID(figure: figure.id, period: 0, place: place, row: line.row, column: found.column)
          theirs += 1
          guard !evaluation.leaves(of: figure, id).contains(where: decisions.hides) else { continue }
          others += 1
          if isPrimary(figure, id, evaluation) {
            shown.append("\(line.table) \(period) \(line.row) \(line.figure) \(place)")
          }
        }
      }
      for evaluation in evaluations.values { #expect(single(evaluation, decisions) == []) }
    }
    #expect(shown.isEmpty, "\(shown.count) of \(theirs): \(shown.sorted().joined(separator: "\n"))")
    #expect(others * 100 <= theirs, "\(others) of \(theirs) others are hidden")
  }

  /// By the reference's rules, written anew.
  private func isPrimary(_ figure: FigureDefinition, _ id: CellID, _ evaluation: TableEvaluation) -> Bool {
    let table = evaluation.table
    return table.leaves(of: figure.id).compactMap(table.figure).contains { leaf in
      guard leaf.openReason == nil, let cell = evaluation.leafCell(leaf, id), cell.value > 0 else { return false }
      let facts = cell.contributors
      switch evaluation.dataset(of: leaf)?.contributor {
      case .person?: return facts.count < 10
      case .unit?:
        return facts.count < 3 || 100 * facts.largest >= 85 * facts.sum || leaf.countsPersons && cell.value < 10
      default: return false
      }
    }
  }

  /// Sums of a count with one hidden cell, from which it could be computed.
  private func single(_ evaluation: TableEvaluation, _ decisions: LeafDecisions) -> [String] {
    var found: [String] = []
    let table = evaluation.table
    for leaf in table.figures {
      guard case .count = leaf.kind, !leaf.readsPlace, leaf.across == nil, leaf.places == .all, !table.axis.isEach,
        evaluation.dataset(of: leaf)?.contributor != .nobody, leaf.openReason == nil
      else { continue }
      for period in evaluation.periods.indices {
        let cells = evaluation.cells.filter {
          $0.key.figure == leaf.id && $0.key.period == period && $0.value.value > 0
        }
        func isHidden(_ id: CellID) -> Bool {
          id.place >= evaluation.places.all.count || decisions.hides(evaluation.leaf(id))
        }
        // What lies in no county, or in a row that is not printed, is hidden and no secret.
        func isSingle(_ ids: [CellID]) -> Bool {
          let hidden = ids.filter(isHidden)
          return ids.count > 1 && hidden.count == 1 && hidden[0].place < evaluation.places.all.count
            && isPrimary(leaf, hidden[0], evaluation)
        }
        for place in evaluation.places.all.indices {
          let ids = cells.keys.filter { id in
            id.place == place && evaluation.rows.first { $0.key == id.row }?.part == nil
          }
          if isSingle(ids) { found.append("\(table.id) \(leaf.id) \(period) \(place)") }
        }
        guard evaluation.places.all.count > 1 else { continue }
        for row in Set(cells.keys.map(\.row)) {
          let ids = cells.keys.filter { $0.row == row }
          if isSingle(ids) { found.append("\(table.id) \(leaf.id) \(period) \(row)") }
        }
      }
    }
    return found
  }
}
