import Domain
import Yams

/// Reads a rule for postings, `rules/supervision/C09.yaml`: what it says of itself, and its patterns, one a line.
enum PostingRuleFile {
  private static let keys = [
    "rule", "zh", "version", "level", "group", "clause", "penalty", "acts", "transfer", "urgent", "remedy", "except",
    "words",
    "find", "void", "void_text", "fields", "exempt", "yes", "no",
  ]

  /// - Parameter words: those of all rules; the rule's own go to its name, `C09.押金`.
  /// - Throws: `PipelineError` those of `YAMLMap`, TF780, TF781 with the place.
  static func read(_ path: String, id: String, _ words: ScreenWords) throws -> (rule: PostingRule, words: ScreenWords) {
    let map = try YAMLMap(file: path, keys: keys)
    guard try map.text("rule") == id else {
      throw wrong(map, "rule", "编号与文件名不同", "写成 rule: \(id)")
    }
    guard let version = try map.optionalInteger("version", limit: 9999), version > 0 else {
      throw wrong(map, "version", "缺少版本", "写成 version: 1; 每次改动加 1")
    }
    var words = words
    if let own = try map.optionalMap("words") {
      for name in own.keys { try words.define(name, try own.text(name), place: place(own, name)) }
    }
    let level = try level(map, "level")
    let (signs, phrases) = (try signs(map), try phrases(map))
    let conditions = try conditions(map)
    guard !(signs.isEmpty && conditions.isEmpty) else {
      throw wrong(map, "find", "规则什么也不找", "写 find 或 fields")
    }
    let (found, not) = (phrases.filter(\.isFound).count, phrases.filter { !$0.isFound }.count)
    guard signs.isEmpty || (found > 0 && not > 1) else {
      throw wrong(map, "yes", "例子太少", "yes 至少写一句, no 至少写两句")
    }
    let rule = PostingRule(
      id: id, title: try map.text("zh"), version: version, level: level, group: try map.text("group"),
      clause: try map.text("clause"), penalty: try map.optionalText("penalty"), section: try map.text("acts"),
      transfer: try map.optionalText("transfer"), isUrgent: try map.optionalFlag("urgent"),
      remedy: try map.text("remedy"),
      exceptions: try map.optionalText("except"), signs: signs, voids: try lines(map, "void", level),
      textVoids: try lines(map, "void_text", level), conditions: conditions,
      exemptions: try map.list("exempt").map { try exemption($0, path) }, phrases: phrases)
    return (rule, words)
  }

  private static func signs(_ map: YAMLMap) throws -> [PostingRule.Sign] {
    guard let found = try map.optionalMap("find", keys: levels.map(\.rawValue)) else { return [] }
    return try levels.flatMap { try lines(found, $0.rawValue, $0) }
  }

  private static let levels: [Check.Level] = [.violation, .correct, .advise]

  private static func phrases(_ map: YAMLMap) throws -> [PostingRule.Phrase] {
    func read(_ key: String, _ isFound: Bool) throws -> [PostingRule.Phrase] {
      try lines(map, key, .advise).map { PostingRule.Phrase(text: $0.pattern, isFound: isFound, place: $0.place) }
    }
    return try read("yes", true) + read("no", false)
  }

  /// The lines of a block of text, each with its place; empty ones, and those that begin with `#`, are none.
  private static func lines(_ map: YAMLMap, _ key: String, _ level: Check.Level) throws -> [PostingRule.Sign] {
    guard let text = try map.optionalText(key) else { return [] }
    let mark = map.node(key)?.mark
    // The text of a block begins in the line below its mark.
    let isBlock = map.node(key)?.scalar?.style == .literal
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { number, line in
      let line = String(line.drop { $0 == " " })
      guard !line.isEmpty, !line.hasPrefix("#") else { return nil }
      let place = "\(map.path):\((mark?.line ?? 0) + number + (isBlock ? 1 : 0)):1"
      return PostingRule.Sign(level: level, pattern: line, place: place)
    }
  }

  private static func conditions(_ map: YAMLMap) throws -> [FieldCondition] {
    try map.list("fields").map { node in
      let own = try YAMLMap(
        node, path: map.path,
        keys: [
          "level", "says", "sex", "age_min_below", "age_max_below", "occupations", "sectors", "probation_above", "copy",
          "missing",
        ])
      let sex = try own.optionalText("sex")
      guard sex == nil || sex == "男" || sex == "女" else { throw wrong(own, "sex", "性别应为 男 或 女", "改为其中之一") }
      return FieldCondition(
        level: try level(own, "level"), says: try own.text("says"), sex: sex.map { $0 == "男" ? 1 : 2 },
        minimumAgeBelow: try own.optionalInteger("age_min_below", limit: 100),
        maximumAgeBelow: try own.optionalInteger("age_max_below", limit: 100),
        occupations: try own.texts("occupations"), sectors: try own.texts("sectors"),
        probationAbove: try own.optionalInteger("probation_above", limit: 99), isOfCopies: try own.optionalFlag("copy"),
        missing: try own.optionalText("missing"))
    }
  }

  private static func exemption(_ node: Node, _ path: String) throws -> Exemption {
    let own = try YAMLMap(
      node, path: path, keys: ["of", "to", "occupations", "industries", "text", "clause"])
    let exemption = Exemption(
      lowersTo: own.keys.contains("to") ? try level(own, "to") : nil, occupations: try own.texts("occupations"),
      industries: try own.texts("industries"),
      words: try lines(own, "text", .advise), of: own.keys.contains("of") ? try level(own, "of") : nil,
      clause: try own.text("clause"))
    let isEmpty = exemption.occupations.isEmpty && exemption.industries.isEmpty
    guard !isEmpty || !exemption.words.isEmpty else {
      throw YAMLMap.wrong(
        node.mark, path, "例外没有说对谁", "写 occupations、industries 或 text", code: .wrongPostingRule)
    }
    return exemption
  }

  private static func level(_ map: YAMLMap, _ key: String) throws -> Check.Level {
    let text = try map.text(key)
    guard let level = levels.first(where: { $0.rawValue == text }) else {
      throw wrong(map, key, "级别 \(text) 无法识别", "可用: \(levels.map(\.rawValue).joined(separator: " "))")
    }
    return level
  }

  private static func wrong(_ map: YAMLMap, _ key: String, _ message: String, _ remedy: String) -> PipelineError {
    YAMLMap.wrong(map.node(key)?.mark ?? map.mark, map.path, message, remedy, code: .wrongPostingRule)
  }

  static func place(_ map: YAMLMap, _ key: String) -> String {
    map.node(key)?.mark.map { "\(map.path):\($0.line):\($0.column)" } ?? map.path
  }
}
