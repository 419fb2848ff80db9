import Declarations
import Domain
import Yams

/// Reads the file of the measures of a scorecard.
struct ScorecardFile {
  private static let keys = ["since", "done", "guarded", "owners", "noise", "measures"]

  private let map: YAMLMap
  private let path: String
  private let source: PipelineFile
  private let tables: [String: TableDefinition]
  private let checks: Set<String>
  private let sections: CodeList
  private let measures: CodeList

  /// - Throws: `PipelineError` where the file cannot be read.
  init(_ path: String, _ source: PipelineFile) throws {
    self.path = path
    self.source = source
    map = try YAMLMap(file: path, keys: ScorecardFile.keys)
    tables = Dictionary(uniqueKeysWithValues: source.declared.tables.map { ($0.id, $0) })
    checks = Set(source.declared.checks.map(\.id))
    sections = try source.book.list("sections")
    measures = try source.book.list("measures")
  }

  /// - Throws: `PipelineError` TF850 that names file, line and column of what is not known.
  func plan() throws -> ScorecardPlan {
    guard let since = Period(try map.text("since")), since.unit == .quarter else {
      throw map.bad("since", "since 应为季度", "写成 2025Q4")
    }
    let states = try source.book.list("measure-state")
    let done = try map.texts("done").map { try known($0, in: states, map, "done") }
    let guarded = try map.texts("guarded")
    if let strange = guarded.first(where: { !checks.contains($0) }) { throw unknown(map, "guarded", "检查 \(strange)") }
    let items = try map.list("measures").map(item)
    if let entry = measures.entries.first(where: { own in items.count { "\($0.number)" == own.code } != 1 }) {
      throw unknown(map, "measures", "没有措施 \(entry.code) \(entry.name), 或它出现两次")
    }
    return ScorecardPlan(
      since: since, done: Set(done), guarded: Set(guarded), owners: try owners(), noise: try noise(),
      items: items.sorted { $0.number < $1.number })
  }

  private func noise() throws -> ScorecardNoise {
    let own = try map.map("noise", keys: ["deviations", "least"])
    guard let deviations = try own.optionalNumber("deviations"), let least = try own.optionalNumber("least"), least > 0
    else { throw map.bad("noise", "noise 应写 deviations 和大于 0 的 least", "写成 noise: {deviations: 3, least: 5}") }
    return ScorecardNoise(deviations: deviations, least: least)
  }

  private func owners() throws -> [String: String] {
    try map.list("owners").reduce(into: [:]) { all, node in
      let own = try YAMLMap(node, path: path, keys: ["section", "of"])
      let section = try known(try own.text("section"), in: sections, own, "section")
      for text in try own.texts("of") {
        guard let need = DatasetNeed(parsing: text), source.datasets.named(need.dataset) != nil else {
          throw unknown(own, "of", "数据集 \(text)")
        }
        all[text] = section
      }
    }
  }

  private func item(_ node: Node) throws -> ScorecardPlan.Item {
    let own = try YAMLMap(node, path: path, keys: ["measure", "sections", "data", "without", "figures"])
    let code = try own.text("measure")
    guard let entry = measures.entry(code: code), let number = Int(entry.code) else {
      throw unknown(own, "measure", "措施 \(code)")
    }
    guard let coverage = ScorecardPlan.Coverage(rawValue: try own.text("data")) else {
      throw own.bad("data", "data 应为 D、P 或 L", "D 全部有数据, P 一部分有, L 只有台账")
    }
    let sections = try own.texts("sections").map { try known($0, in: self.sections, own, "sections") }
    let figures = try own.node("figures") == nil ? [] : own.list("figures").map(figure)
    guard figures.isEmpty == (coverage == .ledger) else {
      throw own.bad("figures", "写 L 的没有 figures, 写 D、P 的至少一个", "改 data 或 figures")
    }
    return ScorecardPlan.Item(
      number: number, name: entry.name, sections: sections, coverage: coverage, figures: figures,
      without: try own.optionalText("without") ?? "")
  }

  private func figure(_ node: Node) throws -> ScorecardPlan.Figure {
    let own = try YAMLMap(node, path: path, keys: ["of", "checks", "name", "limit", "floor", "clause", "target"])
    let limit = try own.optionalNumber("limit").map { value in
      ScorecardPlan.Limit(value: value, floor: try own.optionalNumber("floor") ?? value, clause: try own.text("clause"))
    }
    let isTarget = try own.optionalFlag("target")
    if own.node("checks") != nil {
      let ids = try own.texts("checks")
      if let strange = ids.first(where: { !checks.contains($0) }) { throw unknown(own, "checks", "检查 \(strange)") }
      return ScorecardPlan.Figure(.checks(ids), name: try own.text("name"), limit: limit, isTarget: isTarget)
    }
    return ScorecardPlan.Figure(
      try cell(try own.text("of"), own), name: try own.optionalText("name"), limit: limit, isTarget: isTarget)
  }

  /// Reads `T17.archive_in`, `T20.pay_p50@中级`.
  private func cell(_ text: String, _ own: YAMLMap) throws -> ScorecardPlan.Origin {
    let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
    let names = parts[0].split(separator: ".", maxSplits: 1).map(String.init)
    guard names.count == 2, let table = tables[names[0]] else { throw unknown(own, "of", "表和指标 \(text)") }
    guard table.method(of: names[1]) != nil else { throw unknown(own, "of", "\(table.id) 的指标 \(names[1])") }
    guard parts.count == 2 else {
      return .cell(table: table.id, measure: names[1], row: FigureDefinition.total)
    }
    guard table.rows.listed?.contains(where: { $0.key == parts[1] }) == true else {
      throw unknown(own, "of", "\(table.id) 的行 \(parts[1])")
    }
    return .cell(table: table.id, measure: names[1], row: parts[1])
  }

  private func known(_ text: String, in list: CodeList, _ own: YAMLMap, _ key: String) throws -> String {
    guard let entry = list.entry(named: text) else { throw unknown(own, key, "代码表 \(list.id) 的 \(text)") }
    return entry.name
  }

  private func unknown(_ own: YAMLMap, _ key: String, _ what: String) -> PipelineError {
    YAMLMap.wrong(
      own.node(key)?.mark, path, "没有\(what)", "改正; 可用的表、指标、检查见 talentflow explain", code: .wrongScorecard)
  }
}

extension TableDefinition {
  /// The printed figure that a column belongs to: that of `pay_p50` is `pay`.
  func method(of measure: String) -> FigureMethod? {
    methods.first { $0.id == "\(id).\(measure)" }
      ?? methods.first { measure.hasPrefix($0.id.dropFirst(id.count + 1) + "_") }
  }
}
