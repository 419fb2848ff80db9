import Domain
import Foundation
import Tables
import Warehouse

/// One scenario of the foreign truth: rows, and what tables make of them. Seven tests look at each, so its rows are put
/// into memory once, and each table is computed once.
final class TruthScenario: @unchecked Sendable {
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

  /// What an evaluation depends on.
  private struct Request: Hashable {
    let table: String
    let period: String
    let delivered: Set<DatasetNeed>?
    let isLimited: Bool
  }

  let folder: String
  let tables: [String: TableDefinition]
  /// The datasets that are derived from others.
  let derived: Set<String>
  private let publicly: DatasetConnection
  private let internally: DatasetConnection
  /// Guards the connections, which belong to one thread at a time, and what was made with them.
  private let lock = NSLock()
  private var made: [Request: TableEvaluation] = [:]

  private static let reading = NSLock()
  /// Guarded by `reading`.
  private nonisolated(unsafe) static var read: [String: TruthScenario] = [:]

  static func named(_ name: String) throws -> TruthScenario {
    try reading.withLock {
      if let scenario = read[name] { return scenario }
      let scenario = try TruthScenario(name)
      read[name] = scenario
      return scenario
    }
  }

  private init(_ name: String) throws {
    folder = "\(Drafts.folder)/truth/\(name)"
    publicly = try TableDrafts.connection(isPublic: true)
    internally = try TableDrafts.connection(isPublic: false)
    derived = Set(publicly.views.filter { $0.select != nil }.map(\.name))
    tables = Dictionary(uniqueKeysWithValues: try TableDrafts.tables().map { ($0.id, $0) })
    for view in publicly.views where view.select == nil {
      guard let file = TruthFile("\(folder)/rows-\(view.name).csv") else { continue }
      let columns = file.header.map { $0.split(separator: ":").map(String.init) }
      for line in file.lines {
        var values: [String: SQLValue] = [:]
        for (column, text) in zip(columns, line) { values[column[0]] = TruthFile.value(text, kind: column[1]) }
        // To the reference a row without a place is the city's, as its source says; a hire without one is none.
        if let region = view.roles.region, ["region", "office_region"].contains(region),
          values[region] == .null || values[region] == .text("source")
        {
          values[region] = .text(TableDrafts.places.city)
        }
        try publicly.insert(into: view.name, values)
        try internally.insert(into: view.name, values)
      }
    }
  }

  /// Nothing is sensitive.
  private static let unlimited = DisclosureRules(
    leastPersons: [.everybody: 1, .bureau: 1], leastEmployers: 1, dominantPercent: 101)

  /// - Parameter isLimited: with the rules of the drafts; else nothing is sensitive.
  func evaluation(
    _ table: String, _ period: String, delivered: Set<DatasetNeed>? = nil, isLimited: Bool = false
  ) throws -> TableEvaluation {
    let request = Request(table: table, period: period, delivered: delivered, isLimited: isLimited)
    guard let table = tables[table], let period = Period(period) else { throw CocoaError(.fileNoSuchFile) }
    return try lock.withLock {
      if let evaluation = made[request] { return evaluation }
      let evaluation = try TableEvaluator(
        table.audience == .everybody ? publicly : internally, places: TableDrafts.places,
        dataDate: Day(ordinal: 60000), delivered: delivered,
        rules: isLimited ? TableDrafts.rules : TruthScenario.unlimited
      ).evaluate(table, for: period)
      made[request] = evaluation
      return evaluation
    }
  }

  /// The tables for everybody, computed in one go.
  func publicEvaluations(_ period: Period) throws -> [TableEvaluation] {
    let tables = tables.values.filter { $0.audience == .everybody }.sorted { $0.id < $1.id }
    return try lock.withLock {
      try TableEvaluator(
        publicly, places: TableDrafts.places, dataDate: Day(ordinal: 60000), delivered: nil,
        rules: TruthScenario.unlimited
      ).evaluate(tables.map { ($0, $0.period(at: period)) })
    }
  }

  func lines(_ file: String, skipping: Int = 0, hasChange: Bool = false) -> [Line] {
    known(file).map { line in
      let own = Array(line.dropFirst(skipping))
      return Line(
        table: own[0], period: own[1], row: own[2], figure: own[3], change: hasChange ? own[4] : nil,
        values: Array(own.dropFirst(hasChange ? 5 : 4)))
    }
  }

  /// The lines of a file. Its random hires may have a town of the city and a place outside of it or none: the reference
  /// counts these in the city, and the only table that asks for towns is left out.
  func known(_ file: String) -> [[String]] {
    let lines = TruthFile("\(folder)/\(file)")?.lines ?? []
    return folder.hasSuffix("/22") ? lines.filter { !$0.contains("T22-flow") } : lines
  }
}
