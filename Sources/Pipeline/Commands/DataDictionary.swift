import Declarations
import Domain
import Foundation

/// The data dictionary of a contract, as Markdown or as a Frictionless Table Schema.
public struct DataDictionary {
  private let contract: Contract

  /// - Throws: `PipelineError` TF701 with the names there are.
  public init(_ name: String, of datasets: Datasets) throws {
    guard let contract = datasets.named(name) else {
      let names = datasets.contracts.map(\.name)
      let nearest = Spelling.nearest(name, in: names).map { "是否应为 \($0)?" } ?? "可用: \(names.joined(separator: " "))"
      throw PipelineError(.unknownDataset, .data, at: name, "没有这个数据集", remedy: nearest)
    }
    self.contract = contract
  }

  public func markdown() -> String {
    var lines = ["# \(contract.name) \(contract.label)", ""]
    lines += ["| 字段 | 可用的表头 | 类型 | 必填 | 说明 |", "|---|---|---|---|---|"]
    for field in contract.fields {
      let isKey = contract.key.contains(field.name) ? " (主键)" : ""
      lines.append(
        "| \(field.name)\(isKey) | \(field.aliases.joined(separator: " ")) | \(field.kind.description) "
          + "| \(field.isRequired ? "是" : "") | \(field.note) |")
    }
    return lines.joined(separator: "\n")
  }

  /// https://specs.frictionlessdata.io/table-schema/
  public func tableSchema() throws -> String {
    let fields = contract.fields.map { field -> [String: Any] in
      var entry: [String: Any] = [
        "name": field.name, "title": field.label, "type": field.kind.schemaType,
        "description": ([field.note, field.kind.description].filter { !$0.isEmpty }).joined(separator: "; "),
      ]
      if field.isRequired { entry["constraints"] = ["required": true] }
      return entry
    }
    let schema: [String: Any] = [
      "fields": fields, "primaryKey": contract.key, "missingValues": SourceSpec.usualMissing,
    ]
    let data = try JSONSerialization.data(
      withJSONObject: schema, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self)
  }
}
