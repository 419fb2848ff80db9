import Domain
import Foundation
import Yams

/// Reads the files of `Pipelines/rules/lists`: `columns` says of each column what stands in it.
public enum RuleListFile {
  /// What may stand in a column.
  private enum Kind: String, CaseIterable {
    case text, region, number, date

    /// Nil where the text is none of the kind.
    func value(_ text: String) -> RuleList.Value? {
      switch self {
      case .text: .text(text)
      case .region: text.utf8.count == 6 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? .text(text) : nil
      case .number:
        Int(text).flatMap { $0 >= 0 ? .integer($0) : nil }
          ?? Double(text).flatMap { $0 >= 0 && $0.isFinite ? .real($0) : nil }
      case .date: Day(iso: text).map { .text($0.iso) }
      }
    }

    var remedy: String {
      switch self {
      case .text: "写文字"
      case .region: "写六位区划代码, 如 450602"
      case .number: "写不小于 0 的数, 不带单位"
      case .date: "写成 2023-11-01 的形式"
      }
    }
  }

  /// The folder in that of the rules.
  public static let folder = "lists"

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
    let map = try YAMLMap(file: path, keys: ["columns", "rows", "samples", "from"])
    let declared = try map.map("columns")
    let columns = declared.keys
    let kinds = try columns.map { column in
      guard let kind = Kind(rawValue: try declared.text(column)) else {
        throw declared.bad(
          column, "\(column) 的种类应为 \(Kind.allCases.map(\.rawValue).joined(separator: "、")) 之一", "改为其中之一")
      }
      return kind
    }
    guard !columns.isEmpty, columns.allSatisfy(Reserved.isName) else {
      throw map.bad("columns", "列名应为小写英文字母、数字和 _", "写成 columns: {region: region, month: number}")
    }
    func rows(_ key: String) throws -> [[RuleList.Value?]] {
      // Where every row is switched off nothing is left below the key.
      switch map.node(key) {
      case nil: return []
      case .scalar(let scalar) where scalar.string.isEmpty || scalar.string == "null": return []
      default: break
      }
      return try map.list(key).map { node in
        let row = try YAMLMap(node, path: path, keys: columns)
        return try zip(columns, kinds).map { column, kind in
          guard let text = try row.optionalText(column) else { return nil }
          guard let value = kind.value(text) else { throw row.bad(column, "\(column) 不能是 \(text)", kind.remedy) }
          return value
        }
      }
    }
    let from = try map.optionalText("from")
    guard from == nil || from == "catalogs" else {
      throw map.bad("from", "from 只能是 catalogs", "写成 from: catalogs (目录的正式版列出的职业), 或删去这一行")
    }
    return RuleList(
      id: id, columns: columns, rows: try rows("rows"), samples: try rows("samples"), takesCatalogs: from != nil)
  }
}
