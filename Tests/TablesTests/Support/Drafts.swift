import Declarations
import Domain
import Foundation
import Tables
import Warehouse

/// The drafts of datasets, tables and rules that lie beside the tests.
enum Drafts {
  static let folder = Bundle.module.bundlePath + "/Drafts"
  static let places = TablePlaces(city: "450600", counties: ["450602", "450603", "450621", "450681"])
  static let rules = DisclosureRules(
    leastPersons: [.everybody: 10, .bureau: 10], leastEmployers: 3, dominantPercent: 85,
    openReasons: ["licences.html", "办理质量"])

  static func views() throws -> [DatasetView] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/datasets").filter { $0.hasSuffix(".yaml") }
    var views: [String: DatasetView] = [:]
    let maps = try names.sorted().map { try YAMLMap(file: "\(folder)/datasets/\($0)", keys: []) }
    for map in maps where map.node("select") == nil {
      let view = try DraftDataset(map).stored()
      views[view.name] = view
    }
    for map in maps where map.node("select") != nil {
      let view = try DraftDataset(map).derived(from: views)
      views[view.name] = view
    }
    return views.values.sorted { $0.name < $1.name }
  }

  static func book() throws -> CodeBook {
    let map = try YAMLMap(file: folder + "/rules/codes.yaml", keys: [])
    var lists = try map.keys.map { id in
      CodeList(id: id, entries: try map.texts(id).map { CodeList.Entry(code: $0, name: $0) })
    }
    // Other lists have more columns than a code.
    let tables = try YAMLMap(file: folder + "/rules/lists.yaml", keys: [])
    for id in tables.keys {
      let codes = try tables.list(id).map { try YAMLMap($0, path: map.path, keys: []).text("code") }
      lists.append(CodeList(id: id, entries: codes.map { CodeList.Entry(code: $0, name: $0) }))
    }
    return CodeBook(lists)
  }

  static func lists() throws -> [GuardedList] {
    let map = try YAMLMap(file: folder + "/rules/lists.yaml", keys: [])
    return try map.keys.map { name in
      let entries = try map.list(name).map { try YAMLMap($0, path: map.path, keys: []) }
      var columns: [String] = []
      for entry in entries { for key in entry.keys where !columns.contains(key) { columns.append(key) } }
      let rows = try entries.map { entry in
        try columns.map { try entry.optionalText($0).map(SQLValue.text) ?? .null }
      }
      return GuardedList("list_\(name)", columns: columns) { rows }
    }
  }

  static func functions() throws -> [GuardedFunction] {
    let calendar = try YAMLMap(file: folder + "/rules/calendar.yaml", keys: WorkingDaysReader.keys)
    return SQLFunctions.all(
      calendar: try WorkingDaysReader.calendar(calendar),
      deadlines: try DeadlinesFile.read(folder + "/rules/deadlines.yaml"),
      groups: try RegionGroupsFile.read(folder + "/rules/region-groups.yaml"))
  }

  static func context() throws -> TableContext {
    TableContext(datasets: try views(), lists: try book(), openReasons: rules.openReasons)
  }

  /// The tables; those that do not write their rows show what occurs, as the reference does, which knows no code lists.
  static func tables() throws -> [TableDefinition] {
    try TableFolder.read(folder + "/tables", context()).map { table in
      try String(contentsOfFile: table.path, encoding: .utf8).contains("\nrows:") ? table : table.withRowsSeen
    }
  }

  static func connection(isPublic: Bool) throws -> DatasetConnection {
    try DatasetConnection(
      path: nil, views: views(), lists: lists(), functions: functions(), isPublic: isPublic)
  }
}

extension TableDefinition {
  var withRowsSeen: TableDefinition {
    TableDefinition(
      id: id, title: title, dataset: dataset, every: every, regions: regions, condition: condition, needs: needs,
      axis: axis, rows: .seen, rest: rest, hasTotal: hasTotal, top: top, figures: figures, changes: changes, chart: chart,
      sentences: sentences, note: note, audience: audience, path: path)
  }
}
