import Declarations
import Domain
import Foundation
import Tables
import Warehouse

/// The drafts as tables need them: derived datasets with their own columns, code lists, places and rules.
enum TableDrafts {
  static let places = TablePlaces(city: "450600", counties: ["450602", "450603", "450621", "450681"])
  static let rules = DisclosureRules(
    leastPersons: [.everybody: 10, .bureau: 10], leastEmployers: 3, dominantPercent: 85,
    openReasons: ["licences.html", "办理质量"])

  /// What the SELECTs of the drafts add to the columns that they take over.
  private static let more: [String: [DatasetView.Column]] = [
    "hires": [.init("moved_on", .text), .init("turn", .number)],
    "leavers": [.init("moved_on", .text), .init("turn", .number)],
    "item_changes": [.init("changed_on", .text), .init("change", .text)],
    "pay_offers": [.init("pay", .number), .init("middle", .text), .init("premium", .number)],
    "readings": [.init("measure", .text), .init("length", .number), .init("longest", .number), .init("newest", .text)],
    "screened": [.init("rule_groups", .text, isArray: true), .init("advised", .number), .init("licensed", .number)],
    "towns": [.init("covered", .number)],
  ]
  /// Derived datasets whose rows have no key.
  private static let keyless: Set = ["item_changes", "towns"]

  static func views(_ drafts: Drafts) -> [DatasetView] {
    drafts.views.map { view in
      guard view.select != nil else { return view }
      let own = view.columns.filter { !(keyless.contains(view.name) && $0.name == "entry") }
      return DatasetView(
        name: view.name, title: view.title, columns: own + (more[view.name] ?? []), roles: view.roles,
        contributor: view.contributor, select: view.select, neverPublic: view.neverPublic)
    }
  }

  static func book() throws -> CodeBook {
    let codes = try YAMLMap(file: Drafts.folder + "/rules/codes.yaml", keys: [])
    var lists = try codes.keys.map { id in
      CodeList(id: id, entries: try codes.texts(id).map { CodeList.Entry(code: $0, name: $0) })
    }
    // Other lists have more columns than a code.
    let tables = try YAMLMap(file: Drafts.folder + "/rules/lists.yaml", keys: [])
    for id in tables.keys {
      let codes = try tables.list(id).map { try YAMLMap($0, path: tables.path, keys: []).text("code") }
      lists.append(CodeList(id: id, entries: codes.map { CodeList.Entry(code: $0, name: $0) }))
    }
    return CodeBook(lists)
  }

  static func context() throws -> TableContext {
    TableContext(datasets: views(try Drafts.shared.get()), lists: try book(), openReasons: rules.openReasons)
  }

  /// The tables; those that do not write their rows show what occurs, as the reference does, which knows no code lists.
  static func tables() throws -> [TableDefinition] { try read.get() }

  private static let read = Result {
    try TableFiles(Drafts.folder + "/tables").definitions(context()).map { table in
      try String(contentsOfFile: table.path, encoding: .utf8).contains("\nrows:") ? table : table.withRowsSeen
    }
  }

  static func connection(isPublic: Bool) throws -> DatasetConnection {
    let drafts = try Drafts.shared.get()
    return try DatasetConnection(
      path: nil, views: views(drafts), lists: drafts.lists, functions: drafts.functions, isPublic: isPublic)
  }
}

extension TableDefinition {
  var withRowsSeen: TableDefinition {
    TableDefinition(
      id: id, title: title, dataset: dataset, every: every, regions: regions, condition: condition, needs: needs,
      axis: axis, rows: .seen, rest: rest, hasTotal: hasTotal, top: top, figures: figures, changes: changes,
      chart: chart,
      sentences: sentences, note: note, audience: audience, path: path)
  }
}
