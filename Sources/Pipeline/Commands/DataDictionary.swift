import Declarations
import Domain
import Foundation

/// The data dictionary of a contract, as Markdown or as a Frictionless Table Schema.
public struct DataDictionary {
  private let contract: Contract

  /// - Throws: `PipelineError` TF651 with the names there are.
  public init(_ name: String) throws {
    guard let contract = Contract.named(name) else {
      let names = Contract.all.map(\.name)
      let nearest = Spelling.nearest(name, in: names).map { "是否应为 \($0)?" } ?? "可用: \(names.joined(separator: " "))"
      throw PipelineError(651, .data, at: name, "没有这个数据集", remedy: nearest)
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

extension FieldKind {
  /// In Chinese, for the data dictionary.
  var description: String {
    switch self {
    case .text(let max): "文字, 至多 \(max) 字"
    case .key: "编号, 至多 64 字"
    case .unit: "报送单位"
    case .employerName: "单位名称"
    case .creditCode: "18 位统一社会信用代码"
    case .code(let list, let allowsNone): "代码或名称, 见 codelists/\(list).csv" + (allowsNone ? "; 可写 不限" : "")
    case .region: "区划代码或地名"
    case .openings: "人数, 可写 招5人、若干"
    case .integer(let range): "整数 \(range.lowerBound)-\(range.upperBound)"
    case .date: "日期, 如 2026-03-05"
    case .timestamp: "时间, 如 2026-03-05 12:30"
    case .pay: "薪酬, 如 4500-6000、1-1.5万/月、200元/天、面议"
    case .payAmount: "元/月"
    case .age: "年龄, 如 18-45岁"
    case .experience: "年限, 如 3-4年"
    case .person: "居民身份证号码"
    case .birth: "出生年月"
    case .flag: "是/否"
    case .dropped: "不采用"
    }
  }

  /// A source's own texts are wider than Frictionless types: only plain dates and integers are promised.
  var schemaType: String {
    switch self {
    case .integer: "integer"
    default: "string"
    }
  }
}
