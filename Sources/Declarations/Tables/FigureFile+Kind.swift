import Domain
import Yams

extension FigureFile {
  /// What the figure is: exactly one of the kinds.
  func kind(_ id: String) throws -> FigureKind {
    let given = FigureFile.kinds.filter { map.node($0) != nil }
    guard given.count == 1, let name = given.first else {
      let what = given.isEmpty ? "没有写怎样计算" : "有 \(given.joined(separator: " 和 ")) 几种算法"
      throw YAMLMap.wrong(
        map.mark, map.path, "指标 \(id) \(what)", "写明其中一种: \(FigureFile.kinds.joined(separator: " "))", code: .figureKind)
    }
    switch name {
    case "count":
      let condition = try expression("count")
      return .count(CountFigure(condition.sql == "1" ? nil : condition))
    case "sum": return .sum(SumFigure(of: try expression("sum")))
    case "distinct": return .distinct(DistinctFigure(of: try expression("distinct")))
    case "quantile":
      let body = try map.map("quantile", keys: ["of", "at", "weight"])
      return .quantile(
        QuantileFigure(of: try expression("of", in: body), at: try shares(body), weight: try body.condition("weight")))
    case "duration":
      let body = try map.map("duration", keys: ["from", "to", "at", "workdays"])
      return .duration(
        DurationFigure(
          from: try expression("from", in: body), to: try expression("to", in: body), at: try shares(body),
          inWorkdays: try body.optionalFlag("workdays")))
    case "percent":
      let body = try map.map("percent", keys: ["part", "of", "coverage_of", "interval"])
      let interval = try file.choice("interval", ["wilson"], in: body)
      return .percent(
        PercentFigure(
          part: try body.text("part"), of: try names("of", in: body), coverageOf: try body.texts("coverage_of"),
          hasInterval: interval != nil))
    case "ratio":
      let body = try map.map("ratio", keys: ["part", "of", "per"])
      return .ratio(
        RatioFigure(
          part: try body.text("part"), of: try names("of", in: body), per: try body.optionalNumber("per") ?? 1))
    case "difference":
      let names = try map.texts("difference")
      guard names.count == 2 else { throw map.bad("difference", "difference 应为两个指标", "写成 difference: [甲, 乙]") }
      return .difference(DifferenceFigure(names[0], less: names[1]))
    case "share": return .share(ShareFigure(of: try map.text("share")))
    default:
      throw map.bad("swift", "没有名为 \(try map.text("swift")) 的程序内指标", "改用 YAML 中能写的算法")
    }
  }

  private func expression(_ key: String, in own: YAMLMap? = nil) throws -> Condition {
    let map = own ?? map
    guard let condition = try map.condition(key) else {
      throw YAMLMap.wrong(map.mark, map.path, "缺少 \(key)", "补上 \(key): …", code: .missingKey)
    }
    return condition
  }

  private func names(_ key: String, in map: YAMLMap) throws -> [String] {
    let names = try map.texts(key)
    guard !names.isEmpty else { throw YAMLMap.wrong(map.mark, map.path, "缺少 \(key)", "写明分母的指标", code: .missingKey) }
    return names
  }

  /// Shares between 0 and 1 of a distribution.
  private func shares(_ map: YAMLMap) throws -> [Double] {
    let shares = try map.texts("at").map { text in
      guard let share = Double(text), share > 0, share < 1 else {
        throw map.bad("at", "at 应为 0 与 1 之间的数, 而不是 \(text)", "写成 at: [0.5, 0.9]")
      }
      return share
    }
    guard !shares.isEmpty else {
      throw YAMLMap.wrong(map.mark, map.path, "缺少 at", "写成 at: [0.5, 0.9]", code: .missingKey)
    }
    return shares
  }
}
