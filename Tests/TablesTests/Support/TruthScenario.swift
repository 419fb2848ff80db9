import Domain
import Foundation
import Tables
import Warehouse

/// One scenario of the foreign truth: rows, and what tables make of them.
struct TruthScenario {
  /// A cell of `cells.csv`.
  struct Line {
    let table: String
    let period: String
    let row: String
    let figure: String
    let change: String?
    /// By place, the city first; empty where there is no such page.
    let values: [String]
  }

  static let names = (0...22).map { $0 < 10 ? "0\($0)" : "\($0)" }

  let folder: String
  let publicly: DatasetConnection
  let internally: DatasetConnection
  let tables: [String: TableDefinition]

  init(_ name: String) throws {
    folder = "\(Drafts.folder)/truth/\(name)"
    publicly = try TableDrafts.connection(isPublic: true)
    internally = try TableDrafts.connection(isPublic: false)
    tables = Dictionary(uniqueKeysWithValues: try TableDrafts.tables().map { ($0.id, $0) })
    for view in publicly.views where view.select == nil {
      guard let file = TruthFile("\(folder)/rows-\(view.name).csv") else { continue }
      let columns = file.header.map { $0.split(separator: ":").map(String.init) }
      for line in file.lines {
        var values: [String: SQLValue] = [:]
        for (column, text) in zip(columns, line) { values[column[0]] = TruthFile.value(text, kind: column[1]) }
        try publicly.insert(into: view.name, values)
        try internally.insert(into: view.name, values)
      }
    }
  }

  /// Nothing is sensitive.
  static let unlimited = DisclosureRules(
    leastPersons: [.everybody: 1, .bureau: 1], leastEmployers: 1, dominantPercent: 101)

  func evaluation(
    _ table: String, _ period: String, delivered: Set<DatasetNeed>? = nil,
    rules: DisclosureRules = TruthScenario.unlimited
  )
    throws -> TableEvaluation
  {
    guard let table = tables[table], let period = Period(period) else { throw CocoaError(.fileNoSuchFile) }
    let connection = table.audience == .everybody ? publicly : internally
    return try TableEvaluator(
      connection, places: TableDrafts.places, dataDate: Day(ordinal: 60000), delivered: delivered, rules: rules
    ).evaluate(table, for: period)
  }

  func lines(_ file: String, skipping: Int = 0, hasChange: Bool = false) -> [Line] {
    (TruthFile("\(folder)/\(file)")?.lines ?? []).map { line in
      let own = Array(line.dropFirst(skipping))
      return Line(
        table: own[0], period: own[1], row: own[2], figure: own[3], change: hasChange ? own[4] : nil,
        values: Array(own.dropFirst(hasChange ? 5 : 4)))
    }
  }
}
