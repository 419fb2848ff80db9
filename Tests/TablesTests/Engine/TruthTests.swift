import Domain
import Foundation
import Testing

@testable import Tables

/// Every cell equals that of a second implementation which shares no code with this one.
@Suite struct TruthTests {
  /// Equal as printed: numbers within rounding, `[x]` for all of several readings.
  static func same(_ cells: [Cell], _ wanted: String) -> Bool {
    let parts = wanted.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 1, cells.count > 1 { return cells.allSatisfy { same([$0], wanted) } }
    guard parts.count == cells.count else { return false }
    return zip(cells, parts).allSatisfy { cell, part in
      guard let number = Double(part) else { return cell.csv == part }
      return cell.value.map { abs($0 - number) < 1e-6 } ?? false
    }
  }

  static func id(_ figure: String, in evaluation: TableEvaluation) -> (figure: String, column: String?)? {
    if evaluation.table.figure(figure) != nil { return (figure, nil) }
    guard let across = evaluation.table.figures.first(where: { $0.across != nil && figure.hasPrefix($0.id + "_") })
    else {
      return nil
    }
    return (across.id, String(figure.dropFirst(across.id.count + 1)))
  }

  @Test(arguments: TruthScenario.names) func cells(_ name: String) throws {
    let scenario = try TruthScenario.named(name)
    var wrong: [String] = []
    var compared = 0
    let lines = scenario.lines("cells.csv")
    for (key, own) in Dictionary(grouping: lines, by: { [$0.table, $0.period] }) {
      let evaluation = try scenario.evaluation(key[0], key[1])
      for line in own {
        let found = try #require(TruthTests.id(line.figure, in: evaluation))
        for (place, wanted) in zip(TableDrafts.places.all, line.values) {
          let cells = evaluation.figures(
            found.figure, row: line.row, column: found.column, place: place, period: evaluation.periods[0])
          guard !(wanted.isEmpty && cells.isEmpty) else { continue }
          compared += 1
          if !TruthTests.same(cells, wanted) {
            wrong.append("\(key) \(line.row) \(line.figure) \(place): \(cells.map(\.csv)), not \(wanted)")
          }
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count) of \(compared): \(wrong.sorted().prefix(12).joined(separator: "\n"))")
    #expect(compared > 0)
  }

  @Test(arguments: TruthScenario.names) func changes(_ name: String) throws {
    let scenario = try TruthScenario.named(name)
    var wrong: [String] = []
    let lines = scenario.lines("changes.csv", hasChange: true)
    for (key, own) in Dictionary(grouping: lines, by: { [$0.table, $0.period] }) {
      let evaluation = try scenario.evaluation(key[0], key[1])
      for line in own where evaluation.table.top == nil {
        let found = try #require(TruthTests.id(line.figure, in: evaluation))
        let figure = try #require(evaluation.table.figure(found.figure))
        let change = try #require(evaluation.table.changes.firstIndex { $0.rawValue == line.change })
        for (place, wanted) in zip(TableDrafts.places.all, line.values) where !wanted.isEmpty {
          func cell(_ period: Int) -> Cell? {
            evaluation.figures(
              found.figure, row: line.row, column: found.column, place: place, period: evaluation.periods[period]
            ).first
          }
          let own = evaluation.change(figure, try #require(cell(0)), try #require(cell(change + 1)))
          // A row that did not occur in the earlier period is none in the reference, and 0 here.
          let occurred = evaluation.cells.keys.contains { $0.period == change + 1 && $0.row == line.row }
          if !TruthTests.same([own], wanted), occurred || wanted != "[x]" {
            wrong.append("\(key) \(line.row) \(line.figure) \(place): \(own.csv), not \(wanted)")
          }
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count) of \(lines.count): \(wrong.sorted().prefix(12).joined(separator: "\n"))")
  }

  @Test(arguments: TruthScenario.names) func leavesAndContributors(_ name: String) throws {
    let scenario = try TruthScenario.named(name)
    var wrong: [String] = []
    let lines = scenario.known("leaves.csv")
    for (key, own) in Dictionary(grouping: lines, by: { [$0[0], $0[1]] }) {
      let evaluation = try scenario.evaluation(key[0], key[1])
      for line in own {
        let found = try #require(TruthTests.id(line[2], in: evaluation))
        let place = try #require(TableDrafts.places.all.firstIndex(of: line[3]))
        // Rows that were folded into the rest stand alone there; so do those that lie in no column.
        guard place < evaluation.places.all.count, evaluation.table.top == nil else { continue }
        let parts = line[4].split(separator: "/").map(String.init)
        let figure = try #require(evaluation.table.figure(found.figure))
        guard figure.across == nil || parts.count > 1 else { continue }
        let id = CellID(
          figure: found.figure, period: 0, place: place, row: parts[0], column: parts.count > 1 ? parts[1] : nil)
        let cell = evaluation.leafCell(figure, id)
        let kind = evaluation.dataset(of: figure)?.contributor
        let facts = [cell?.contributors.count ?? 0, Int((cell?.contributors.largest ?? 0).rounded())]
        let isRight =
          Double(line[5]).map { abs((cell?.value ?? 0) - $0) < 1e-6 } ?? (cell?.quantiles.isEmpty == false)
        let hasFacts =
          kind == .nobody || kind == nil || cell?.value == 0
          || facts == [Int(line[6]) ?? -1, Int((Double(line[7]) ?? -1).rounded())]
        if !isRight || !hasFacts { wrong.append("\(line): \(cell?.value ?? 0) \(facts)") }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count) of \(lines.count): \(wrong.sorted().prefix(12).joined(separator: "\n"))")
  }

  @Test(arguments: TruthScenario.names) func sentences(_ name: String) throws {
    let scenario = try TruthScenario.named(name)
    let lines = scenario.known("sentences.csv")
    for (key, own) in Dictionary(grouping: lines, by: { [$0[0], $0[1]] }) {
      let evaluation = try scenario.evaluation(key[0], key[1])
      #expect(evaluation.sentences(for: "450600").map(\.text.zh) == own.map { $0[3] }, "\(key)")
    }
  }

  @Test(arguments: TruthScenario.names) func whatHasNotBeenDelivered(_ name: String) throws {
    let scenario = try TruthScenario.named(name)
    var wrong: [String] = []
    let file = scenario.known("delivered.csv")
    for (key, own) in Dictionary(grouping: file, by: { Array($0.prefix(3)) }) {
      let names = Set(key[0].split(separator: ";").compactMap { DatasetNeed(parsing: String($0)) })
      // The reference knows derived datasets by name alone; here they are there with what they are made of.
      let evaluation = try scenario.evaluation(key[1], key[2], delivered: names)
      let used = Set(evaluation.table.figures.filter(\.kind.isLeaf).map(evaluation.table.dataset(of:)))
      guard used.isDisjoint(with: scenario.derived.subtracting(names.map(\.dataset))) else { continue }
      for line in own {
        let found = try #require(TruthTests.id(line[4], in: evaluation))
        for (place, wanted) in zip(TableDrafts.places.all, line.dropFirst(5)) where !wanted.isEmpty {
          let cells = evaluation.figures(
            found.figure, row: line[3], column: found.column, place: place, period: evaluation.periods[0])
          if !TruthTests.same(cells, wanted) { wrong.append("\(key) \(line): \(cells.map(\.csv))") }
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count) of \(file.count): \(wrong.sorted().prefix(12).joined(separator: "\n"))")
  }

  @Test(arguments: TruthScenario.names) func orderOfTheRows(_ name: String) throws {
    let scenario = try TruthScenario.named(name)
    for line in scenario.known("order.csv") {
      let evaluation = try scenario.evaluation(line[0], line[1])
      let wanted = line[2].split(separator: ";").map(String.init)
      // Rows of the periods compared with stand there too, and largest rows in the order of the file.
      let rows = evaluation.rows.map(\.key)
      if evaluation.table.top != nil {
        #expect(Set(rows) == Set(wanted), "\(line)")
      } else {
        #expect(rows.filter(wanted.contains) == wanted, "\(line)")
      }
    }
  }

  /// Leaves of the city that count the same rows have the same checksum, and others have others.
  @Test(arguments: TruthScenario.names) func setsOfRows(_ name: String) throws {
    let scenario = try TruthScenario.named(name)
    var digests: [RowSketch: String] = [:]
    var sketches: [String: RowSketch] = [:]
    for line in scenario.known("sets.csv") {
      let evaluation = try scenario.evaluation(line[0], line[1], isLimited: true)
      let figure = try #require(evaluation.table.figure(line[2]))
      let id = CellID(figure: figure.id, period: 0, place: 0, row: FigureDefinition.total)
      // A lead's `entry` is that of what it was found in, and several leads may have one.
      guard figure.across == nil, evaluation.table.dataset != "leads", let cell = evaluation.leafCell(figure, id) else {
        continue
      }
      #expect(cell.rows == Int(line[3]), "\(line)")
      guard let sketch = cell.sketch else { continue }
      #expect(digests.updateValue(line[4], forKey: sketch) ?? line[4] == line[4], "\(line)")
      #expect(sketches.updateValue(sketch, forKey: line[4]) ?? sketch == sketch, "\(line)")
    }
  }
}
