import Domain
import Foundation
import Yams

/// Reads the files of `Pipelines/rules/lists`.
public enum RuleListFile {
  /// All lists of a folder, by name; none where it is not there.
  ///
  /// - Throws: `PipelineError` those of `YAMLMap` with the place.
  public static func all(in folder: String) throws -> [RuleList] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return try names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted().map { name in
      try read("\(folder)/\(name)", id: String(name.dropLast(5)))
    }
  }

  static func read(_ path: String, id: String) throws -> RuleList {
    let map = try YAMLMap(file: path, keys: ["columns", "rows"])
    let columns = try map.texts("columns")
    guard !columns.isEmpty, columns.allSatisfy(Reserved.isName), Set(columns).count == columns.count else {
      throw map.bad("columns", "columns 应为不重复的列名: 小写英文字母、数字和 _", "写成 columns: [region, month]")
    }
    // Where every row is switched off nothing is left below the key.
    let isEmpty =
      switch map.node("rows") {
      case nil: true
      case .scalar(let scalar): scalar.string.isEmpty || scalar.string == "null"
      default: false
      }
    let rows = isEmpty ? [] : try map.list("rows")
    return RuleList(
      id: id, columns: columns,
      rows: try rows.map { node in
        let row = try YAMLMap(node, path: path, keys: columns)
        return try columns.map { try value(row, $0) }
      })
  }

  /// Numbers are numbers, unless they stand in quotes.
  private static func value(_ row: YAMLMap, _ column: String) throws -> RuleList.Value? {
    guard let text = try row.optionalText(column) else { return nil }
    guard row.node(column)?.scalar?.style == .plain else { return .text(text) }
    return Int(text).map { .integer($0) } ?? Double(text).map { .real($0) } ?? .text(text)
  }
}
