import Declarations
import Domain
import Foundation
import Tables
import Warehouse

/// A dataset of moves in memory, and tables over it.
struct SmallWarehouse {
  static let places = TablePlaces(city: "450600", counties: ["450602", "450603"])
  let connection: DatasetConnection
  private let context: TableContext
  private let rules: DisclosureRules

  init(
    _ kind: DatasetView.ContributorKind? = .person,
    rules: DisclosureRules = DisclosureRules(
      leastPersons: [.everybody: 10, .bureau: 5], leastEmployers: 3, dominantPercent: 85, openReasons: ["名单"])
  ) throws {
    var roles = Roles(start: "received_on", ends: ["sent_on"], region: "region")
    roles.contributor = kind == .nobody ? .nobody : kind == nil ? nil : .field("person")
    let view = DatasetView(
      name: "moves", title: Label(zh: "流动", en: "Moves"),
      columns: [
        .init("entry", .text), .init("person", .opaque), .init("region", .text), .init("kind", .text),
        .init("received_on", .text), .init("sent_on", .text), .init("amount", .number),
        .init("tags", .text, isArray: true),
      ], roles: roles, contributor: kind)
    connection = try DatasetConnection(path: nil, views: [view], lists: [], functions: [], isPublic: true)
    context = TableContext(datasets: [view], lists: CodeBook([]), openReasons: ["名单"])
    self.rules = rules
  }

  /// Adds rows; each of another person unless one is named.
  func add(
    _ count: Int, _ prefix: String, region: String = "450602", kind: String = "甲", received: String = "2026-08-01",
    sent: String? = nil, person: String? = nil, amount: Double = 1
  ) throws {
    for number in 0..<count {
      try connection.insert(
        into: "moves",
        [
          "entry": .text("\(prefix)\(number)"), "person": .blob(Array((person ?? "\(prefix)\(number)").utf8)),
          "region": .text(region), "kind": .text(kind), "received_on": .text(received),
          "sent_on": sent.map(SQLValue.text) ?? .null, "amount": .real(amount),
        ])
    }
  }

  static func yaml(_ id: String, _ figures: String, _ more: String = "") -> String {
    """
    table: \(id)
    title: {zh: 流动, en: Moves}
    dataset: moves
    by: kind
    rows: seen
    total: true
    figures:
    \(figures)
    audience: public
    \(more)
    """
  }

  func table(_ yaml: String) throws -> TableDefinition {
    let path = NSTemporaryDirectory() + "table-\(UInt64.random(in: 0 ... .max)).yaml"
    try yaml.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try TableFile.read(YAMLMap(file: path, keys: []), context)
  }

  func evaluation(_ yaml: String) throws -> TableEvaluation {
    try evaluation(table(yaml))
  }

  func evaluation(_ table: TableDefinition) throws -> TableEvaluation { try evaluations([table])[0] }

  /// Tables of one edition.
  func evaluations(_ yamls: String...) throws -> [TableEvaluation] { try evaluations(yamls.map(table)) }

  private func evaluations(_ tables: [TableDefinition]) throws -> [TableEvaluation] {
    try TableEvaluator(
      connection, places: SmallWarehouse.places, dataDate: Day(ordinal: 30000), delivered: nil, rules: rules
    ).evaluate(tables.map { ($0, SmallWarehouse.period) })
  }

  /// What is decided of some tables together.
  func outcome(
    _ evaluations: [TableEvaluation], earlier: @escaping (Leaf, Int) -> DeclaredSystem.Earlier? = { _, _ in nil }
  ) throws -> DeclaredSystem.Outcome {
    var system = DeclaredSystem(rules, .everybody, earlier: earlier)
    for evaluation in evaluations { try system.add(evaluation) }
    return try system.outcome()
  }

  /// Before anything is added, for everybody.
  var system: DeclaredSystem { DeclaredSystem(rules, .everybody) }

  static let period = Period(unit: .quarter, ordinal: 2026 * 4 + 2)
}
