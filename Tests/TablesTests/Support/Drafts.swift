import Declarations
import Domain
import Foundation
import Tables
import Warehouse

/// The drafts that the engine is held against: datasets, lists and rules.
struct Drafts {
  static let folder = Bundle.module.resourcePath.map { "\($0)/Drafts" } ?? ""

  /// A field of a dataset file, as far as tests need it.
  struct Field {
    let name: String
    let kind: String
    let list: String?
    /// Of a `first-of`.
    let fields: [String]
    let standard: String?
  }

  let views: [DatasetView]
  let fields: [String: [Field]]
  let keys: [String: [String]]
  let lists: [GuardedList]
  let functions: [GuardedFunction]
  /// Names of the entries of the flat code lists.
  let codes: [String: Set<String>]
  /// Names that conditions may compare with.
  let words: Set<String>

  /// Read once for all tests.
  static let shared = Result { try Drafts() }

  private init() throws {
    let folder = "\(Drafts.folder)/datasets"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".yaml") }.sorted()
    let maps = try files.map { try YAMLMap(file: "\(folder)/\($0)", keys: []) }
    var fields: [String: [Field]] = [:]
    var keys: [String: [String]] = [:]
    for map in maps {
      let name = try map.text("dataset")
      keys[name] = try map.texts("key")
      fields[name] = try map.optionalMap("fields").map(Drafts.fields)
    }
    self.fields = fields
    self.keys = keys
    views = try maps.map { try Drafts.view($0, fields, folder) }
    let codes = try YAMLMap(file: "\(Drafts.folder)/rules/codes.yaml", keys: [])
    self.codes = try Dictionary(uniqueKeysWithValues: codes.keys.map { ($0, Set(try codes.texts($0))) })
    let rows = try Drafts.listRows("\(Drafts.folder)/rules/lists.yaml")
    lists = rows.map { name, rows in
      var columns: [String] = []
      for column in rows.flatMap(\.keys) where !columns.contains(column) { columns.append(column) }
      columns = columns.sorted()
      let values = rows.map { row in columns.map { row[$0] ?? .null } }
      return GuardedList("list_\(name)", columns: columns) { values }
    }
    let deadlines = try DeadlinesFile.read("\(Drafts.folder)/rules/deadlines.yaml")
    let groups = try RegionGroupsFile.read("\(Drafts.folder)/rules/region-groups.yaml")
    functions = SQLFunctions.all(calendar: try Drafts.calendar(), deadlines: deadlines, groups: groups)
    words = self.codes.values.reduce(groups.words.union(deadlines.rules.keys)) { $0.union($1) }
      .union(
        rows.values.flatMap { $0.flatMap(\.values) }.compactMap { if case .text(let text) = $0 { text } else { nil } })
  }

  static func calendar() throws -> WorkingDays {
    try WorkingDaysReader.calendar(
      YAMLMap(file: "\(folder)/rules/calendar.yaml", keys: WorkingDaysReader.keys))
  }

  /// All datasets, empty, in memory.
  func connection(isPublic: Bool = false) throws -> DatasetConnection {
    try DatasetConnection(path: nil, views: views, lists: lists, functions: functions, isPublic: isPublic)
  }

  private static func fields(_ map: YAMLMap) throws -> [Field] {
    try map.keys.map { name in
      let own = try map.map(name)
      return Field(
        name: name, kind: try own.text("kind"), list: try own.optionalText("list"), fields: try own.texts("fields"),
        standard: try own.optionalText("default"))
    }
  }

  private static func view(_ map: YAMLMap, _ all: [String: [Field]], _ folder: String) throws -> DatasetView {
    let name = try map.text("dataset")
    let fields = all[try map.optionalText("fields_of") ?? name] ?? []
    var columns: [DatasetView.Column] = []
    if !fields.contains(where: { $0.name == "entry" }) { columns.append(.init("entry", .text)) }
    for field in fields where field.kind != "dropped" {
      let storage: DatasetView.Column.Storage =
        switch field.kind {
        case "integer", "money", "decimal", "flag", "openings": .number
        case "person", "secret", "first-of": .opaque
        default: .text
        }
      columns.append(.init(field.name, storage, list: field.list, isArray: ["codes", "keys"].contains(field.kind)))
      if field.kind == "period" {
        columns += [.init(field.name + "_start", .text), .init(field.name + "_end", .text)]
      }
    }
    if try map.optionalText("delivery") == "full" {
      columns += [.init("listed_on", .text), .init("delisted_on", .text)]
    }
    let roles = try map.map("roles")
    var own = Roles(start: try roles.optionalText("start"), ends: try roles.texts("ends"))
    own.region = try roles.optionalText("region")
    own.weight = try roles.optionalText("weight")
    var contributor: DatasetView.ContributorKind?
    if let field = try roles.optionalText("contributor") {
      own.contributor = field == "none" ? .nobody : .field(field)
      let kind = fields.first { $0.name == field }?.kind
      contributor = field == "none" ? .nobody : ["person", "first-of"].contains(kind) ? .person : .unit
    }
    let select = try map.optionalText("select").map { file in
      let path = "\(folder)/\(file)"
      return DatasetView.Select(sql: try String(contentsOfFile: path, encoding: .utf8), path: path)
    }
    let neverPublic = try map.optionalText("never_public").map { Condition($0, path: map.path, line: 1, column: 1) }
    let title = try map.map("title")
    return DatasetView(
      name: name, title: Label(zh: try title.text("zh"), en: try title.text("en")), columns: columns, roles: own,
      contributor: contributor, select: select, neverPublic: neverPublic)
  }

  /// Whole numbers are numbers, unless they stand in quotes.
  private static func listRows(_ path: String) throws -> [String: [[String: SQLValue]]] {
    let map = try YAMLMap(file: path, keys: [])
    return try Dictionary(
      uniqueKeysWithValues: map.keys.map { name in
        let rows = try map.list(name).map { node in
          let row = try YAMLMap(node, path: path, keys: [])
          return try Dictionary(
            uniqueKeysWithValues: row.keys.map { key in
              let text = try row.text(key)
              let isQuoted = row.node(key)?.scalar?.style != .plain
              return (key, isQuoted ? .text(text) : Int(text).map { SQLValue.integer($0) } ?? .text(text))
            })
        }
        return (name, rows)
      })
  }
}
