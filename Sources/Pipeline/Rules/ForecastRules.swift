import Declarations
import Domain

/// Reads `rules/forecast.yaml`.
enum ForecastRules {
  /// - Throws: `PipelineError` that names file, line and column of what is wrong.
  static func read(_ folder: String) throws -> OutlookRules {
    let map = try RulesFile.map(
      "\(folder)/forecast.yaml", keys: ["warning", "least_openings"],
      subject: "预测与预警的规则文件, 而流程文件中写了 forecast: true", alternative: ", 或写 forecast: false")
    let warning = try map.map("warning", keys: WarningLevel.allCases.map(\.id))
    var chances: [WarningLevel: Double] = [:]
    for level in WarningLevel.allCases {
      guard let chance = try warning.optionalNumber(level.id) else { continue }
      guard chance > 0, chance <= 1 else {
        throw warning.bad(level.id, "\(level.id) 应为大于 0、不大于 1 的概率, 而不是 \(chance)", "写成 \(level.id): 0.8")
      }
      chances[level] = chance
    }
    let ordered = WarningLevel.allCases.compactMap { chances[$0] }
    guard !ordered.isEmpty, zip(ordered, ordered.dropFirst()).allSatisfy(<) else {
      throw map.bad("warning", "blue、yellow、orange、red 的概率应逐级增大, 至少写一级", "按由小到大重写")
    }
    return OutlookRules(
      chances: chances, leastOpenings: try map.optionalInteger("least_openings", limit: 1_000_000) ?? 0)
  }
}
