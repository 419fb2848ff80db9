import Declarations
import Domain

/// The part `indicators` of `rules/shortage.yaml`: weight and cuts of each.
struct ShortageIndicatorRules {
  private(set) var weights: [ShortageIndicator: Double] = [:]
  /// Of all but I1.
  private(set) var cuts: [ShortageIndicator: ShortageRules.Cuts] = [:]
  let ratioCap: Double

  init(_ map: YAMLMap) throws {
    let all = try map.map("indicators", keys: ShortageIndicator.allCases.map(\.rawValue))
    var cap: Double?
    for indicator in ShortageIndicator.allCases {
      let own = indicator == .ratio ? "cap" : "cuts"
      let entry = try all.map(indicator.rawValue, keys: ["weight", own])
      weights[indicator] = try entry.required("weight", try entry.optionalNumber("weight")) {
        $0 > 0 && $0 <= 100 ? nil : "weight 应大于 0、不大于 100"
      }
      if indicator == .ratio {
        cap = try entry.required("cap", try entry.optionalNumber("cap")) { $0 >= 0 ? nil : "cap 不能小于 0" }
      } else {
        cuts[indicator] = try ShortageIndicatorRules.cuts(entry, indicator)
      }
    }
    ratioCap = cap ?? 0
  }

  private static func cuts(_ entry: YAMLMap, _ indicator: ShortageIndicator) throws -> ShortageRules.Cuts {
    let example = indicator.isHigherShorter ? "写成 cuts: [1, 2, 3]" : "写成 cuts: [3, 2, 1]"
    let texts = try entry.texts("cuts")
    let values = texts.compactMap(Double.init).filter(\.isFinite)
    let steps = zip(values, values.dropFirst())
    guard values.count == 3, texts.count == 3,
      indicator.isHigherShorter ? steps.allSatisfy(<) : steps.allSatisfy(>)
    else {
      let order = indicator.isHigherShorter ? "由小到大" : "由大到小"
      throw entry.bad("cuts", "\(indicator.rawValue) 的 cuts 应为\(order)的三个数", example)
    }
    return ShortageRules.Cuts(values)
  }
}
