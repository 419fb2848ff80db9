import Declarations
import Domain
import Foundation

/// Reads a draft of a dataset: only what tables need of it.
struct DraftDataset {
  private let map: YAMLMap
  private let name: String

  init(_ map: YAMLMap) throws {
    self.map = map
    name = try map.text("dataset")
  }

  func stored() throws -> DatasetView {
    let fields = try map.map("fields")
    var columns: [DatasetView.Column] = []
    if fields.node("entry") == nil { columns.append(.init("entry", .text)) }
    var kinds: [String: String] = [:]
    for name in fields.keys {
      let field = try fields.map(name)
      let kind = try field.text("kind")
      kinds[name] = kind
      let list = try field.optionalText("list")
      switch kind {
      case "integer", "money", "decimal", "flag", "openings": columns.append(.init(name, .number, list: list))
      case "person", "secret", "first-of": columns.append(.init(name, .opaque))
      case "codes", "keys": columns.append(.init(name, .text, list: list, isArray: true))
      case "period":
        columns += [.init(name, .text), .init(name + "_start", .text), .init(name + "_end", .text)]
      default: columns.append(.init(name, .text, list: list))
      }
    }
    if try map.optionalText("delivery") == "full" {
      columns += [.init("listed_on", .text), .init("delisted_on", .text)]
    }
    return try view(columns, kinds: kinds, select: nil)
  }

  /// What the SELECTs of the drafts add to the columns that they take over; nil: they take over none.
  private static let more: [String: (keeps: Bool, columns: [DatasetView.Column])] = [
    "claims_in_doubt": (
      false, [.init("entry", .text), .init("amount", .number), .init("region", .text), .init("first_seen", .text)]
    ),
    "hires": (true, [.init("moved_on", .text), .init("turn", .number)]),
    "leavers": (true, [.init("moved_on", .text), .init("turn", .number)]),
    "item_changes": (
      false,
      [
        .init("list_kind", .text, list: "list-kind"), .init("item_id", .text), .init("version", .text),
        .init("changed_on", .text), .init("change", .text),
      ]
    ),
    "pay_offers": (true, [.init("pay", .number), .init("middle", .text), .init("premium", .number)]),
    "readings": (true, [.init("measure", .text), .init("length", .number), .init("longest", .number), .init("newest", .text)]),
    "screened": (
      true, [.init("rule_groups", .text, isArray: true), .init("advised", .number), .init("licensed", .number)]
    ),
    "towns": (false, [.init("town", .text), .init("region", .text), .init("covered", .number)]),
  ]

  func derived(from views: [String: DatasetView]) throws -> DatasetView {
    let base = views[try map.text("fields_of")]
    let more = DraftDataset.more[name] ?? (true, [])
    let path = "\(Drafts.folder)/datasets/\(try map.text("select"))"
    let columns = (more.keeps ? base?.columns ?? [] : []) + more.columns
    return try view(
      columns, kinds: Dictionary(uniqueKeysWithValues: columns.map { ($0.name, $0.storage == .opaque ? "person" : "") }),
      select: .init(sql: String(contentsOfFile: path, encoding: .utf8), path: path))
  }

  private func view(_ columns: [DatasetView.Column], kinds: [String: String], select: DatasetView.Select?) throws
    -> DatasetView
  {
    let given = try map.map("roles")
    var roles = Roles()
    roles.start = try given.optionalText("start")
    roles.region = try given.optionalText("region")
    var kind: DatasetView.ContributorKind?
    if let field = try given.optionalText("contributor") {
      roles.contributor = field == "none" ? .nobody : .field(field)
      kind = field == "none" ? .nobody : ["person", "first-of"].contains(kinds[field]) ? .person : .unit
    }
    let title = try map.map("title")
    let never = try map.optionalText("never_public").map { Condition($0, path: map.path, line: 1, column: 1) }
    return DatasetView(
      name: name, title: Label(zh: try title.text("zh"), en: try title.text("en")), columns: columns, roles: roles,
      contributor: kind, select: select, neverPublic: never)
  }
}
