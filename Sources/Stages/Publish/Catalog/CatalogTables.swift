import Documents
import Domain

/// The data tables of a catalog.
struct CatalogTables {
  static let assessmentPath = "tables/assessments.csv"

  let catalog: Catalog
  let texts: Texts

  /// Everybody is told how many experts said what (数据依据), not who and why.
  var all: [EditionTable] {
    [entries, ranking, assessments, changes] + (catalog.audience == .everybody ? [] : [opinions]) + [firmness]
  }

  /// The catalog itself, with the columns that its readers know.
  private var entries: EditionTable {
    let rows = catalog.entries.enumerated().map { number, entry -> [String] in
      let (unit, wanted, gap) = (entry.unit, entry.wanted, entry.forecast?.gap)
      let values = unit.figures.values
      let sight = catalog.sight(unit.occupation)
      func phrase(_ phrase: CatalogRequirements.Phrase?, _ part: CatalogSight.Part) -> String {
        CatalogWording.phrase(phrase, part, sight, unknown: "[x]")
      }
      return [
        "\(number + 1)", entry.industry, entry.subfield, phrase(wanted.title, .title), unit.occupation, unit.name,
        entry.category,
        sight(.counts, "\(unit.figures.demand)"), phrase(wanted.education, .education), phrase(wanted.major, .major),
        phrase(wanted.skill, .skill), phrase(wanted.experience, .experience),
        sight(.pay, decimal(unit.profile.pay[0], 0)), sight(.pay, decimal(unit.profile.pay[2], 0)),
        sight(.counts, decimal(values[.ratio], 2)), sight(.counts, decimal(values[.fillRate], 2)),
        sight(.duration, values[.duration] == nil ? "[x]" : CatalogWording.days(unit.figures)),
        sight(.points, index(unit)), entry.level.name, "\(entry.stars)",
        CatalogWording.types(unit.score.types), sight(.counts, decimal(gap?.point, 0)),
        sight(.counts, decimal(gap?.low80, 0)), sight(.counts, decimal(gap?.high80, 0)),
        CatalogWording.warning(entry.forecast?.warning, texts),
        CatalogWording.change(entry, hasPrevious: catalog.previous != nil), CatalogWording.basis(entry, sight),
        catalog.edition.name,
      ]
    }
    let kinds: [String: EditionTable.Field.Kind] = [
      "序号": .integer, "需求人数": .integer, "薪酬P25": .number, "薪酬P75": .number, "求人倍率": .number, "满足率": .number,
      "紧缺指数": .integer, "星级": .integer, "预测缺口": .number, "预测缺口下限": .number,
      "预测缺口上限": .number,
    ]
    let names = [
      "序号", "重点产业", "细分领域", "岗位名称", "职业代码", "职业名称", "岗位类别", "需求人数", "学历", "专业", "职称/技能等级", "经验",
      "薪酬P25", "薪酬P75", "求人倍率", "满足率", "空缺时长", "紧缺指数", "紧缺程度", "星级", "紧缺类型", "预测缺口", "预测缺口下限",
      "预测缺口上限", "预警色", "上期等级/变化", "数据依据/专家意见", "版本",
    ]
    return EditionTable(
      name: "catalog", title: catalog.title, note: CatalogTables.about(catalog),
      fields: names.map { field($0, $0, kinds[$0] ?? .string) }, key: ["职业代码"], rows: rows)
  }

  private var ranking: EditionTable {
    let rows = catalog.ranking.enumerated().map { number, entry -> [String] in
      let figures = entry.unit.figures
      let sight = catalog.sight(entry.unit.occupation)
      return [
        "\(number + 1)", entry.previous?.rank.map(String.init) ?? "", entry.unit.occupation, entry.unit.name,
        sight(.counts, "\(figures.demand)"), sight(.counts, "\(figures.seekers)"),
        sight(.counts, decimal(figures.values[.ratio], 2)), sight(.points, index(entry.unit)), entry.level.name,
        sight(.pay, CatalogWording.pay(entry.unit.profile.pay)),
      ]
    }
    let names = ["位次", "上期位次", "职业代码", "职业名称", "需求人数", "求职人数", "求人倍率", "紧缺指数", "紧缺程度", "薪酬P25-P75"]
    let integers: Set = ["位次", "上期位次", "需求人数", "求职人数", "紧缺指数"]
    return EditionTable(
      name: "ranking", title: "缺工排行", note: "评估为紧缺, 而多数岗位不要求大专以上学历、高级工以上技能或职称的职业",
      fields: names.map { field($0, $0, integers.contains($0) ? .integer : $0 == "求人倍率" ? .number : .string) },
      key: ["位次"], rows: rows)
  }

  /// Every unit with its figures and points: what the next edition is held against. That of a final edition leaves out
  /// those that could not be assessed, unless an expert listed them.
  private var assessments: EditionTable {
    let ranks = Dictionary(
      uniqueKeysWithValues: catalog.ranking.enumerated().map { ($1.unit.occupation, "\($0 + 1)") })
    let levels = Dictionary(uniqueKeysWithValues: catalog.entries.map { ($0.unit.occupation, $0.level) })
    let units = catalog.report.units.filter {
      catalog.audience == nil || !$0.score.isUnassessed || levels[$0.occupation] != nil
    }
    let rows = units.map { unit -> [String] in
      let (figures, score) = (unit.figures, unit.score)
      let sight = catalog.sight(unit.occupation)
      let points = ShortageIndicator.allCases.map { score.points[$0].map(String.init) ?? "[x]" }
      let scored =
        points + ["\(score.coverage)", decimal(score.mean, 4), index(unit), score.isUnassessed ? "X" : score.level.id]
      let counts = [figures.demand, figures.seekers, figures.openings, figures.employers].map(String.init)
      let values = ShortageIndicator.allCases.map { decimal(figures.values[$0], 4) }
      let members = unit.members.isEmpty ? "" : sight(.counts, unit.members.joined(separator: " "))
      return [unit.occupation, unit.name, members] + (counts + values).map { sight(.counts, $0) }
        + scored.map { sight(.points, $0) }
        + [(levels[unit.occupation] ?? .none).id, sight(.points, "\(score.stars)")]
        + [score.types.map(\.rawValue).joined(separator: " "), ranks[unit.occupation] ?? ""]
    }
    let indicators = ShortageIndicator.allCases
    return EditionTable(
      name: "assessments", title: "全部职业的评估", note: CatalogTables.about(catalog),
      fields: [
        field("occupation", "职业代码"), field("occupation_name", "职业名称"), field("members", "并入的细类"),
        field("demand", "需求人数", .integer), field("seekers", "求职人数", .integer),
        field("openings", "新增招聘人数", .integer), field("employers", "用人单位数", .integer),
      ] + indicators.map { field($0.rawValue, $0.name, .number) }
        + indicators.map { field("\($0.rawValue)_points", "\($0.name) 得分", .integer) } + [
          field("coverage", "有数据的指标数", .integer), field("mean", "加权平均分", .number),
          field("index", "紧缺指数", .integer), field("computed", "计算的程度; X 为无法评估"), field("level", "目录中的程度"),
          field("stars", "计算的星级", .integer), field("types", "紧缺类型"), field("rank", "缺工排行位次", .integer),
        ],
      key: ["occupation"], rows: rows)
  }

  private var changes: EditionTable {
    let rows = catalog.changes.map { change in
      let moved = change.moved.map { move in
        "\(move.indicator.rawValue) \(move.from.map(String.init) ?? "无")→\(move.to.map(String.init) ?? "无")"
      }
      return [
        change.kind.name, change.occupation, change.name, change.from.name, change.to.name,
        catalog.sight(change.occupation)(.points, moved.joined(separator: "；")), change.isByExperts ? "是" : "否",
      ]
    }
    return EditionTable(
      name: "changes", title: "与上一版的差异", note: catalog.previous.map { "上一版: \($0.name)" } ?? "没有上一版",
      fields: ["变化", "职业代码", "职业名称", "上版程度", "本版程度", "变动的指标得分", "专家调整"].map { field($0, $0) },
      key: ["职业代码"], rows: rows)
  }

  /// The experts' word; experts are numbered, never named.
  private var opinions: EditionTable {
    let all = catalog.judged.sorted { $0.unit.occupation < $1.unit.occupation }
    let rows = all.flatMap { entry in
      entry.opinions.map { opinion in
        [
          entry.unit.occupation, entry.unit.name,
          entry.unit.score.levelName, opinion.kind.name,
          opinion.level?.name ?? "", entry.level.name, opinion.reason, opinion.expert, opinion.day.iso,
        ]
      }
    }
    return EditionTable(
      name: "opinions", title: "专家意见", note: "每条意见与计算的程度并列",
      fields: ["职业代码", "职业名称", "计算的程度", "意见", "专家要求的程度", "采用的程度", "理由", "专家编号", "日期"].map { field($0, $0) },
      key: ["职业代码", "专家编号"], rows: rows)
  }

  private var firmness: EditionTable {
    let runs = catalog.report.sensitivity.map { run in
      [
        run.change == .weight ? "权重" : "分界", run.indicator.rawValue, NumberText.fixed(run.factor * 100, decimals: 0),
        "\(run.units)", "\(run.changed)",
      ]
    }
    let steps = catalog.report.stability.map { ["时间", $0.period.description, "", "\($0.units)", "\($0.flipped)"] }
    return EditionTable(
      name: "firmness", title: "稳健性", note: "权重或分界改变、窗口前移一季时, 有多少职业的程度改变",
      fields: [
        field("change", "改变的是"), field("what", "指标或季度"), field("percent", "改变的百分比", .number),
        field("units", "评估的职业数", .integer), field("changed", "程度改变的职业数", .integer),
      ],
      key: ["change", "what", "percent"], rows: runs + steps)
  }

  static func about(_ catalog: Catalog) -> String {
    "\(catalog.edition.name)。评估窗口: \(CatalogPage.window(catalog))。求人倍率四分位取自 \(catalog.report.base.year) 年"
  }

  private func index(_ unit: ShortageUnit) -> String { unit.score.index.map(String.init) ?? "[x]" }

  private func decimal(_ value: Double?, _ decimals: Int) -> String {
    value.map { NumberText.fixed(Rounding.round($0, decimals: decimals), decimals: decimals) } ?? "[x]"
  }

  private func field(_ name: String, _ title: String, _ kind: EditionTable.Field.Kind = .string) -> EditionTable.Field {
    EditionTable.Field(name: name, title: title, description: "", kind: kind)
  }
}
