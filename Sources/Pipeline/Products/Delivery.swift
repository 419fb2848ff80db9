import Domain
import Stages
import Warehouse

/// What has come so far, of which datasets and kinds, and how far each reaches.
struct Delivery {
  /// Datasets with rows.
  private(set) var datasets: Set<String> = []
  /// Constants of sources of which something came: `register.kind=竞业限制`.
  private(set) var kinds: Set<DatasetNeed> = []
  /// The newest day that each dataset speaks of: what happened after it has not been reported.
  private(set) var newest: [String: Day] = [:]
  /// The day on which the first row of each dataset starts: of what was before nobody knows.
  private(set) var oldest: [String: Day] = [:]

  init(_ db: Database, _ spec: PipelineSpec) throws {
    for contract in spec.datasets.contracts where try db.viewExists(contract.name) {
      // What is agreed for later has not happened yet.
      let agreed = Set(contract.fields.filter { ($0.kind as? DateField)?.isAhead == true }.map(\.name))
      let days = ([contract.roles.start] + contract.roles.ends).compactMap { $0 }.filter { !agreed.contains($0) }
      let list = (days.map { "max(\($0))" } + days.prefix(1).map { "min(\($0))" }).joined(separator: ", ")
      guard let row = try Row.fetchOne(db, sql: "SELECT \(list), count(*) FROM \(contract.name)"),
        (row["count(*)"] as Int) > 0
      else { continue }
      datasets.insert(contract.name)
      newest[contract.name] = (0..<days.count).compactMap { row[$0] as Int? }.max().map(Day.init(ordinal:))
      if !days.isEmpty { oldest[contract.name] = (row[days.count] as Int?).map(Day.init(ordinal:)) }
    }
    for contract in spec.datasets.contracts where try PostingScreening.isBegun(db, contract) {
      datasets.insert(contract.findingsName)
      newest[contract.findingsName] = newest[contract.name]
    }
    let taken = Set(try Ledger.files(db).map(\.source))
    for input in spec.inputs where taken.contains(input.source.id) {
      let contract = input.source.contract
      for (field, text) in input.source.constants {
        let list = try contract.field(field)?.kind.list.map(spec.book.list)
        kinds.insert(DatasetNeed(contract.name, field: field, value: list?.entry(named: text)?.name ?? text))
      }
    }
    // An export of several kinds says of each row which it is.
    let needs =
      spec.declared.checks.flatMap(\.needs).map { ($0.dataset, $0.field) }
      + spec.declared.tables.flatMap(\.needs).map { ($0.dataset, $0.field) }
    let asked = Set(needs.compactMap { dataset, field in field.map { Field(dataset: dataset, name: $0) } })
    for field in asked where datasets.contains(field.dataset) { kinds.formUnion(try Delivery.kinds(field, db, spec)) }
  }

  /// A field of codes that a check or a table asks for.
  private struct Field: Hashable {
    let dataset: String
    let name: String
  }

  /// The codes of a field that rows have.
  private static func kinds(_ field: Field, _ db: Database, _ spec: PipelineSpec) throws -> [DatasetNeed] {
    guard let list = try spec.datasets.named(field.dataset)?.field(field.name)?.kind.list.map(spec.book.list) else {
      return []
    }
    let codes = try Int.fetchAll(
      db, sql: "SELECT DISTINCT \(field.name) FROM \(field.dataset) WHERE \(field.name) IS NOT NULL")
    return codes.compactMap { list.entry(code: CodeNumber.code($0)) }.map {
      DatasetNeed(field.dataset, field: field.name, value: $0.name)
    }
  }

  /// As tables ask for it.
  var needs: Set<DatasetNeed> { kinds.union(datasets.map { DatasetNeed($0) }) }

  /// As checks ask for it.
  var names: Set<String> { Set(needs.map(\.description)) }

  /// The last day that all of `names` speak of, `today` at the latest; nil where none has come.
  func day(of names: Set<String>, today: Day) -> Day? {
    names.compactMap { newest[$0] }.min().map { min($0, today) }
  }
}
