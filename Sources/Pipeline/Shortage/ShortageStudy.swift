import Domain
import Stages
import Warehouse

/// Tells an analyst how the level of one occupation came about.
public struct ShortageStudy {
  /// What names of such requests begin with: `紧缺/6-17-02-02`.
  public static let prefix = "紧缺/"

  private let spec: PipelineSpec
  private let occupation: CodeList.Entry
  private let period: Period
  private let rules: ShortageRules

  /// - Parameters:
  ///   - name: `紧缺/6-17-02-02`; a 小类 stands for the rest of it.
  ///   - spec: whose warehouse and rules are taken.
  ///   - period: the window ends with its last quarter; nil: that of the bulletin, or of the catalog.
  /// - Throws: `PipelineError` TF677, TF680-TF682, and those of rules and base.
  public static func lines(_ name: String, _ spec: PipelineSpec, period: Period?) throws -> [String] {
    let code = String(name.dropFirst(prefix.count))
    guard let entry = try spec.book.list("occupations").entry(code: code) else {
      throw PipelineError(680, .data, at: name, "职业代码 \(code) 不在代码表中", remedy: "用分类大典的代码, 如 6-17-02-02")
    }
    guard let whole = period ?? spec.bulletin?.period ?? spec.catalog?.period, let folder = spec.rules else {
      throw PipelineError(
        681, .config, at: spec.path, "不知道哪一期, 或流程文件没有 rules", remedy: "加上 --period 2026Q3, 并在流程文件中写 rules")
    }
    guard let warehouse = try ExistingWarehouse.open(spec.warehouse) else {
      throw PipelineError(677, .noInput, at: spec.warehouse, "还没有仓库", remedy: "先 talentflow run \(spec.path)")
    }
    // The window of a catalog ends where its data do.
    let last = try warehouse.queue.read { db in
      try whole.unit == .half
        ? CatalogSpan(db, period: whole).last : Period(unit: .quarter, containing: whole.lastDay)
    }
    let study = ShortageStudy(
      spec: spec, occupation: entry, period: last, rules: try ShortageRulesFile.read(folder, book: spec.book))
    return try study.lines(warehouse)
  }

  private func lines(_ warehouse: Warehouse) throws -> [String] {
    try warehouse.queue.read { db in
      if try ShortageStore.hasRun(period, region: spec.homeRegion, db) {
        return try lines {
          try ShortageStore.unit($0, period: period, region: spec.homeRegion, db)
        } member: {
          try ShortageStore.member($0, period: period, region: spec.homeRegion, db)
        }
      }
      let report = try ShortageBuilder(db, book: spec.book, rules: rules, region: spec.homeRegion).build(period)
      return try lines(unit: report.record, member: report.member)
    }
  }

  private func lines(
    unit: (String) throws -> ShortageRecord?, member: (String) throws -> ShortageMember?
  ) throws -> [String] {
    if let record = try unit(occupation.code) { return explained(record, occupation) }
    guard let pooled = try member(occupation.code), let record = try unit(pooled.unit),
      let group = try spec.book.list("occupations").entry(code: pooled.unit)
    else {
      throw PipelineError(
        682, .data, at: ShortageStudy.prefix + occupation.code,
        "\(period) 止的四个季度中, \(occupation.name) 没有岗位也没有求职者", remedy: "检查代码和 --period")
    }
    let floor = rules.floor
    return [
      "\(occupation.code) \(occupation.name): X 无法评估",
      "  新增招聘 \(pooled.openings) 人、单位 \(pooled.employers) 家, 不到下限 \(floor.openings) 人、\(floor.employers) 家"
        + "; 有效需求 \(pooled.demand) 人, 求职 \(pooled.seekers) 人",
      "  并入所属小类的其余部分 \(group.code) \(group.name), 由它代表:", "",
    ] + explained(record, group)
  }

  private func explained(_ record: ShortageRecord, _ entry: CodeList.Entry) -> [String] {
    ShortageReading(
      record: record, rules: rules, entry: entry, scoring: ShortageScoring(rules: rules, base: record.base)
    ).lines()
  }
}
