import Domain
import Stages
import Warehouse

/// Tells an analyst how the level of one occupation came about.
public struct ShortageStudy {
  /// What names of such requests begin with: `紧缺/6-17-02-02`.
  private static let prefix = "紧缺/"

  private let spec: PipelineSpec
  private let period: Period
  private let rules: ShortageRules
  private let texts: Texts

  /// True for `紧缺` and `紧缺/6-17-02-02`.
  public static func holds(_ name: String) -> Bool { "\(name)/".hasPrefix(prefix) }

  /// - Parameters:
  ///   - name: `紧缺/6-17-02-02`, where a 小类 stands for the rest of it; `紧缺` lists all units.
  ///   - spec: whose warehouse and rules are taken.
  ///   - period: the window ends with its last quarter; nil: that of the bulletin, or of the catalog.
  /// - Throws: `PipelineError` TF506, TF642, TF691 to TF693, and those of rules and base.
  public static func lines(_ name: String, _ spec: PipelineSpec, period: Period?) throws -> [String] {
    let code = String(name.dropFirst(prefix.count))
    let entry = try spec.book.list("occupations").entry(code: code)
    if entry == nil, !code.isEmpty {
      throw PipelineError(.unknownOccupation, .data, at: name, "职业代码 \(code) 不在代码表中", remedy: "用分类大典的代码, 如 6-17-02-02")
    }
    guard let whole = period ?? spec.bulletin?.period ?? spec.catalog?.period else {
      throw PipelineError(.periodNeeded, .config, at: spec.path, "不知道哪一期", remedy: "加上 --period 2026Q3")
    }
    guard let folder = spec.rules else {
      throw PipelineError(
        .missingRules, .config, at: spec.path, "流程文件没有 rules, 不知道怎样评估", remedy: "在流程文件中写 rules: 文件夹")
    }
    guard let warehouse = try ExistingWarehouse.open(spec.warehouse, spec.datasets) else {
      throw PipelineError(.noWarehouse, .noInput, at: spec.warehouse, "还没有仓库", remedy: "先 talentflow run \(spec.path)")
    }
    let rules = try ShortageRulesFile.read(folder, book: spec.book)
    let texts: Texts
    do { texts = try spec.texts() } catch { throw Failure.error(error, at: spec.path) }
    return try warehouse.queue.read { db in
      // The window of a catalog ends where its data do.
      let last =
        try whole.unit == .half
        ? CatalogSpan(db, period: whole).last : Period(unit: .quarter, containing: whole.lastDay)
      return try ShortageStudy(spec: spec, period: last, rules: rules, texts: texts).lines(entry, db)
    }
  }

  private func lines(_ entry: CodeList.Entry?, _ db: Database) throws -> [String] {
    var units = try ShortageStore.units(period: period, region: spec.homeRegion, db)
    let isStored = !units.isEmpty
    var report: ShortageReport?
    if !isStored {
      let fresh = try ShortageBuilder(db, book: spec.book, rules: rules, region: spec.homeRegion).build(period)
      units = fresh.records
      report = fresh
    }
    guard let entry else { return try list(units) }
    return try explained(entry, units) { code in
      try isStored
        ? ShortageStore.member(code, period: period, region: spec.homeRegion, db) : report?.member(code)
    }
  }

  private typealias Units = [(occupation: String, record: ShortageRecord)]

  /// One line a unit: code, name, openings, seekers, ratio, points of I1 to I6, index, level, stars.
  private func list(_ units: Units) throws -> [String] {
    let names = try spec.book.list("occupations")
    let head = ["职业代码", "职业名称", "需求", "求职", "求人倍率", "I1", "I2", "I3", "I4", "I5", "I6", "指数", "程度", "星级"]
    let rows = units.map { code, record in
      let points = ShortageIndicator.allCases.map { record.score.points[$0].map(String.init) ?? "-" }
      let ratio = record.figures.values[.ratio].map { FigureText.fixed(Rounding.round($0), 2) } ?? "-"
      return [
        code, names.entry(code: code)?.name ?? code, "\(record.figures.demand)", "\(record.figures.seekers)", ratio,
      ] + points + [
        record.score.index.map(String.init) ?? "-",
        record.score.levelName, "\(record.score.stars)",
      ]
    }
    return ([head] + rows).map { $0.joined(separator: "\t") }
  }

  private func explained(
    _ entry: CodeList.Entry, _ units: Units, member: (String) throws -> ShortageMember?
  ) throws -> [String] {
    func unit(_ code: String) -> ShortageRecord? { units.first { $0.occupation == code }?.record }
    if let record = unit(entry.code) { return explained(record, entry) }
    guard let pooled = try member(entry.code), let record = unit(pooled.unit),
      let group = try spec.book.list("occupations").entry(code: pooled.unit)
    else {
      throw PipelineError(
        .emptyOccupation, .data, at: ShortageStudy.prefix + entry.code,
        "\(period) 止的四个季度中, \(entry.name) 没有岗位也没有求职者", remedy: "检查代码和 --period; talentflow explain 紧缺 列出全部")
    }
    let floor = rules.floor
    return [
      "\(entry.code) \(entry.name): X 无法评估",
      "  新增招聘 \(pooled.openings) 人、单位 \(pooled.employers) 家, 不到下限 \(floor.openings) 人、\(floor.employers) 家"
        + "; 有效需求 \(pooled.demand) 人, 求职 \(pooled.seekers) 人",
      "  并入所属小类的其余部分 \(group.code) \(group.name), 由它代表:", "",
    ] + explained(record, group)
  }

  private func explained(_ record: ShortageRecord, _ entry: CodeList.Entry) -> [String] {
    ShortageReading(
      record: record, rules: rules, entry: entry, scoring: ShortageScoring(rules: rules, base: record.base),
      texts: texts
    ).lines()
  }
}
