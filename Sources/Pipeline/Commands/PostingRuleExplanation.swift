import Declarations
import Domain

/// Explains a rule for postings: `talentflow explain C09`.
struct PostingRuleExplanation {
  /// Folder of the rules; nil where a pipeline names none.
  let folder: String?

  /// The rules; none where the folder has none.
  ///
  /// - Throws: `PipelineError` where a rule is wrong.
  func rules() throws -> [PostingRule] {
    guard let folder, PostingRuleFolder.exists(in: folder) else { return [] }
    return try PostingRuleFolder.read(folder).rules
  }

  static func lines(_ rule: PostingRule) -> [String] {
    var lines = [
      "规则 \(rule.id)", "名称  \(rule.title)", "版本  \(rule.version)", "级别  \(levels(rule))", "分组  \(rule.group)",
      "依据  \(rule.clause)",
    ]
    if let penalty = rule.penalty { lines.append("罚则  \(penalty)") }
    lines.append("处理  \(rule.section)" + (rule.transfer.map { "; 移送: \($0)" } ?? ""))
    lines.append("写法  \(rule.remedy)")
    if let exceptions = rule.exceptions { lines.append("例外  \(exceptions)") }
    for exemption in rule.exemptions {
      lines.append("例外  \(exemption.lowersTo.map { "只作\($0.label)" } ?? "不算"): \(exemption.clause)")
    }
    lines += rule.conditions.map { "字段  \($0.says): \($0.level.label)" }
    lines += rule.phrases.map { "\($0.isFound ? "应发现" : "不应发现")  \($0.text)" }
    return lines + ["说明  发现的是线索, 不是结论"]
  }

  private static func levels(_ rule: PostingRule) -> String {
    let others = Set(rule.signs.map(\.level) + rule.conditions.map(\.level)).subtracting([rule.level])
    let names = Check.Level.allCases.filter(others.contains).map(\.label)
    return rule.level.label + (names.isEmpty ? "" : " (有的写法为\(names.joined(separator: "、")))")
  }
}
