import Declarations
import Domain

/// Reads `rules/shortage.yaml`.
public struct ShortageRulesFile {
  private static let keys = [
    "floor", "indicators", "least_indicators", "levels", "stars", "types", "talent", "titles", "base",
  ]

  private let map: YAMLMap
  private let book: CodeBook

  /// - Throws: `PipelineError` that names file, line and column of what is wrong or missing.
  public static func read(_ folder: String, book: CodeBook) throws -> ShortageRules {
    let map = try RulesFile.map("\(folder)/shortage.yaml", keys: keys, subject: "紧缺评估的规则文件")
    return try ShortageRulesFile(map: map, book: book).read()
  }

  private func read() throws -> ShortageRules {
    let floor = try map.map("floor", keys: ["openings", "employers"])
    let indicators = try ShortageIndicatorRules(map)
    let least = try whole(map, "least_indicators", 1...6)
    let (levels, stars) = (try levels(), try map.map("stars", keys: ["three", "five"]))
    let base = try map.map("base", keys: ["year", "note"])
    return ShortageRules(
      floor: ShortageRules.Floor(
        openings: try whole(floor, "openings", 0...1_000_000), employers: try whole(floor, "employers", 0...1_000_000)),
      weights: indicators.weights, cuts: indicators.cuts, ratioCap: indicators.ratioCap, leastIndicators: least,
      levels: levels, fiveStars: try number(stars, "five", 0...3), threeStars: try number(stars, "three", 0...3),
      types: try types(), talent: try talent(), titles: try titles(), baseYear: try whole(base, "year", 1950...2200),
      baseNote: try note(base)
    )
  }

  private func levels() throws -> [ShortageLevel: Double] {
    let listed = ShortageLevel.allCases.filter { $0 != .none }
    let inner = try map.map("levels", keys: listed.map(\.id))
    let limits = try listed.map { try number(inner, $0.id, 0...3) }
    guard zip(limits, limits.dropFirst()).allSatisfy(<) else {
      throw map.bad("levels", "light、medium、heavy 应逐级增大", "写成 levels: {light: 1.5, medium: 2.0, heavy: 2.5}")
    }
    return Dictionary(uniqueKeysWithValues: zip(listed, limits))
  }

  private func types() throws -> ShortageRules.Types {
    let inner = try map.map("types", keys: ShortageType.allCases.map(\.rawValue))
    let quantity = try inner.map("quantity", keys: ["ratio_points", "seekers_per_opening"])
    let skill = try inner.map("skill", keys: ["applicants", "suitable_share"])
    let supply = try inner.map("supply", keys: ["fill_points", "graduate_share"])
    let dynamic = try inner.map("dynamic", keys: ["growth"])
    return ShortageRules.Types(
      quantityRatioPoints: try whole(quantity, "ratio_points", 0...3),
      quantitySeekersPerOpening: try number(quantity, "seekers_per_opening", 0...1000),
      skillApplicants: try number(skill, "applicants", 0...1000),
      skillSuitableShare: try number(skill, "suitable_share", 0...1),
      supplyFillPoints: try whole(supply, "fill_points", 0...3),
      supplyGraduateShare: try number(supply, "graduate_share", 0...1),
      dynamicGrowth: try number(dynamic, "growth", 0...100_000))
  }

  private func talent() throws -> ShortageRules.Talent {
    let inner = try map.map("talent", keys: ["education", "skill", "least_share"])
    return ShortageRules.Talent(
      education: try codes(inner, "education", book.list("education")),
      skill: try codes(inner, "skill", book.list("skill-level")), leastShare: try number(inner, "least_share", 0...1))
  }

  private func titles() throws -> ShortageRules.Titles? {
    try map.optionalMap("titles", keys: ["listed", "sure"]).map { inner in
      ShortageRules.Titles(
        listed: try number(inner, "listed", 0...1), sure: try number(inner, "sure", 0...1))
    }
  }

  private func codes(_ map: YAMLMap, _ key: String, _ list: CodeList) throws -> [String] {
    try map.list(key).map { node in
      let text = node.scalar?.string ?? key
      guard list.entry(code: text) != nil else {
        throw YAMLMap.wrong(
          node.mark, map.path, "\(text) 不在代码表 \(list.id) 中", "查 codelists/\(list.id).csv; 代码要加引号", code: .wrongValue)
      }
      return text
    }
  }

  private func note(_ base: YAMLMap) throws -> String {
    let note = try base.text("note")
    guard note.contains(where: { !$0.isWhitespace }) else {
      throw base.bad("note", "note 是空的", "写明为什么用这一年作基期")
    }
    return note
  }

  private func whole(_ map: YAMLMap, _ key: String, _ range: ClosedRange<Int>) throws -> Int {
    try map.required(key, try map.optionalInteger(key, limit: range.upperBound)) {
      $0 >= range.lowerBound ? nil : "\(key) 应为 \(range.lowerBound) 到 \(range.upperBound) 的整数"
    }
  }

  private func number(_ map: YAMLMap, _ key: String, _ range: ClosedRange<Double>) throws -> Double {
    try map.required(key, try map.optionalNumber(key)) {
      range.contains($0) ? nil : "\(key) 应为 \(range.lowerBound) 到 \(range.upperBound) 的数"
    }
  }
}

extension YAMLMap {
  /// A value that must be there.
  ///
  /// - Parameter problem: says what is wrong with it; nil where all is well.
  func required<Value>(_ key: String, _ value: Value?, problem: (Value) -> String?) throws -> Value {
    guard let value else { throw YAMLMap.wrong(mark, path, "缺少 \(key)", "补上 \(key): …", code: .missingKey) }
    if let message = problem(value) { throw bad(key, "\(message), 而不是 \(value)", "改正 \(key)") }
    return value
  }
}
