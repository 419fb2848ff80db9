import Domain

/// The tables of one region of the fixture; the figures follow from the two totals.
struct FixtureTables {
  let demand: Double
  let seekers: Double

  private static let persons = Label(zh: "人", en: "persons")
  private static let percent = Label(zh: "%", en: "%")
  private static let points = Label(zh: "百分点", en: "pp")
  private static let plain = Label(zh: "", en: "")

  var bulletin: [StatTable] {
    var tables = [overall] + FixtureLayouts.all.map(grouped)
    tables.insert(contentsOf: [gaps("T6", "需求大于求职的前十个职业", 1), gaps("T7", "求职大于需求的前十个职业", -1)], at: 5)
    return tables
  }

  private var overall: StatTable {
    func row(_ key: String, _ label: Label, _ role: StatRow.Role, _ part: Double) -> StatRow {
      let sides = [demand, seekers].flatMap { total -> [Cell] in
        let value = (total * part).rounded()
        return [
          .number(value, decimals: 0), .number((value * 0.026).rounded(), decimals: 0), .number(2.61, decimals: 2),
          .number(-(value * 0.034).rounded(), decimals: 0), key == "new" ? .unavailable : .number(-3.4, decimals: 2),
        ]
      }
      let ratio: [Cell] =
        key == "valid"
        ? [Rounding.round(demand / seekers), 0.03, -0.12].map { .number($0, decimals: 2) }
        : [.notApplicable, .notApplicable, .notApplicable]
      return StatRow(key: key, label: label, role: role, cells: sides + ratio)
    }
    let changes = { (id: String, zh: String, en: String) in
      [
        Measure(id: id, label: Label(zh: zh, en: en), unit: Self.persons),
        Measure(id: "\(id)_qoq", label: Label(zh: "环比增减", en: "on previous period"), unit: Self.persons, signed: true),
        Measure(id: "\(id)_qoq_pct", label: Label(zh: "环比增幅", en: "growth"), unit: Self.percent, signed: true),
        Measure(id: "\(id)_yoy", label: Label(zh: "同比增减", en: "on year"), unit: Self.persons, signed: true),
        Measure(id: "\(id)_yoy_pct", label: Label(zh: "同比增幅", en: "growth on year"), unit: Self.percent, signed: true),
      ]
    }
    return StatTable(
      id: "T1", title: Label(zh: "供求总体人数", en: "Openings and registered seekers"),
      measures: changes("demand", "需求人数", "Openings") + changes("seekers", "求职人数", "Seekers") + FixtureTables.ratio,
      rows: [
        row("valid", Label(zh: "本期有效数", en: "Valid in the period"), .item, 1),
        row("carried", Label(zh: "上期结转", en: "Carried over"), .subitem, 0.37),
        row("new", Label(zh: "本期新增", en: "Newly registered"), .subitem, 0.63),
      ],
      note: Label(zh: "有效数为上期结转与本期新增之和。", en: "Valid = carried over + newly registered."))
  }

  private static let ratio = [
    Measure(id: "ratio", label: Label(zh: "求人倍率", en: "Openings per seeker"), unit: plain),
    Measure(id: "ratio_qoq", label: Label(zh: "求人倍率环比", en: "change on previous period"), unit: plain, signed: true),
    Measure(id: "ratio_yoy", label: Label(zh: "求人倍率同比", en: "change on year"), unit: plain, signed: true),
  ]

  private func grouped(_ layout: FixtureLayouts.Layout) -> StatTable {
    let sides = layout.sides == "both" ? ["demand", "seekers"] : [layout.sides]
    let measures = sides.flatMap { side in
      [
        Measure(
          id: side, label: side == "demand" ? Label(zh: "需求人数", en: "Openings") : Label(zh: "求职人数", en: "Seekers"),
          unit: Self.persons),
        Measure(id: "\(side)_share", label: Label(zh: "所占比重", en: "Share"), unit: Self.percent),
        Measure(
          id: "\(side)_share_qoq", label: Label(zh: "环比", en: "on previous period"), unit: Self.points, signed: true),
        Measure(id: "\(side)_share_yoy", label: Label(zh: "同比", en: "on year"), unit: Self.points, signed: true),
      ]
    }
    let rows = layout.rows.enumerated().map { index, row in
      var cells = sides.flatMap { side in
        row.side == nil || row.side == side ? share(row, index, side) : Array(repeating: .notApplicable, count: 4)
      }
      // A row of which the main figure is hidden, and others are not.
      if layout.id == "T5", row.key == "3" { cells[0] = .suppressed }
      if layout.hasRatio {
        cells +=
          row.role == .item && row.side == nil
          ? [
            .number(Rounding.round(0.7 + Double(index * 13 % 9) / 10), decimals: 2), .number(0.05, decimals: 2),
            .unavailable,
          ]
          : [.notApplicable, .notApplicable, .notApplicable]
      }
      return StatRow(key: row.key, label: row.label, role: row.role, cells: cells)
    }
    let note =
      layout.id == "T4" ? Label(zh: "企业各类的所占比重以企业小计为分母。", en: "Shares of enterprise classes are of the subtotal.") : nil
    return StatTable(
      id: layout.id, title: layout.title, measures: measures + (layout.hasRatio ? Self.ratio : []), rows: rows,
      note: note, isLow: layout.id == "T5")
  }

  private func share(_ row: FixtureLayouts.Row, _ index: Int, _ side: String) -> [Cell] {
    let total = side == "demand" ? demand : seekers
    let part = row.role == .total ? 1 : Double((index * 37 + 11) % 23 + 1) / 300
    return [
      .number((total * part).rounded(), decimals: 0), .number(Rounding.round(part * 100), decimals: 2),
      row.role == .total ? .number(0, decimals: 2) : .number(Double(index % 7) - 3.21, decimals: 2),
      row.role == .total ? .number(0, decimals: 2) : .number(0.42 - Double(index % 3), decimals: 2),
    ]
  }

  private func gaps(_ id: String, _ title: String, _ sign: Double) -> StatTable {
    let names = [
      "软件和信息技术服务人员", "机械设备修理人员", "化学原料和化学制品制造人员", "道路运输服务人员", "计算机、通信和其他电子设备制造人员",
      "石油加工和炼焦、煤化工生产人员", "专用化学产品、炸药及火工产品等化学制品生产人员", "餐饮服务人员", "仓储人员", "医疗卫生辅助服务人员",
    ]
    let rows = names.enumerated().map { index, name in
      let gap = sign * (demand / 40 / Double(index + 1)).rounded()
      let code = "\(index % 6 + 1)-\(String("0\(index + 1)".suffix(2)))-0\(index % 9 + 1)"
      return StatRow(
        key: "\(index + 1)", label: Label(zh: name, en: "\(name) (\(code))"), role: .item,
        cells: [
          .text(code), .number(500 + gap, decimals: 0), .number(500, decimals: 0), .number(gap, decimals: 0),
          index == 9 ? .notApplicable : .number(Rounding.round((500 + gap) / 500), decimals: 2),
        ], isLow: index == 2 && sign > 0)
    }
    return StatTable(
      id: id, title: Label(zh: title, en: "Occupations with the largest gaps"),
      measures: [
        Measure(id: "occupation", label: Label(zh: "职业代码", en: "Occupation"), unit: Self.plain, isText: true),
        Measure(id: "demand", label: Label(zh: "需求人数", en: "Openings"), unit: Self.persons),
        Measure(id: "seekers", label: Label(zh: "求职人数", en: "Seekers"), unit: Self.persons),
        Measure(id: "gap", label: Label(zh: "缺口人数", en: "Gap"), unit: Self.persons, signed: true), Self.ratio[0],
      ],
      rows: rows)
  }

  var market: [StatTable] {
    let pay = Label(zh: "元/月", en: "CNY a month")
    let groups = FixtureLayouts.all.first { $0.id == "T5" }?.rows.filter { $0.side == nil } ?? []
    let filling = StatTable(
      id: "T13", title: Label(zh: "分职业的招聘成效与薪酬", en: "Filling, duration and pay by occupation"),
      measures: [
        Measure(id: "fill_rate", label: Label(zh: "满足率", en: "Fill rate"), unit: Self.percent),
        Measure(
          id: "duration_median", label: Label(zh: "空缺时长中位数", en: "Median duration"), unit: Label(zh: "天", en: "days")),
        Measure(id: "pay_p25", label: Label(zh: "月薪 25 分位", en: "Pay P25"), unit: pay),
        Measure(id: "pay_p50", label: Label(zh: "月薪中位数", en: "Pay P50"), unit: pay),
        Measure(id: "pay_p75", label: Label(zh: "月薪 75 分位", en: "Pay P75"), unit: pay),
      ],
      rows: groups.enumerated().map { index, row in
        StatRow(
          key: row.key, label: row.label, role: row.role,
          cells: [
            .number(60.25 + Double(index), decimals: 2), index == 6 ? .unavailable : .number(21, decimals: 0),
            .number(3500, decimals: 0), .number(4800 + Double(index) * 250, decimals: 0), .number(7600, decimals: 0),
          ])
      })
    let matching = StatTable(
      id: "T14", title: Label(zh: "错配与匹配效率", en: "Mismatch and matching"),
      measures: [
        Measure(id: "value", label: Label(zh: "本期", en: "This period"), unit: Self.plain),
        Measure(id: "value_previous", label: Label(zh: "上期", en: "Previous period"), unit: Self.plain),
      ],
      rows: [
        StatRow(
          key: "mismatch", label: Label(zh: "错配指数", en: "Mismatch index"), role: .item,
          cells: [.number(0.21, decimals: 2), .unavailable])
      ])
    return [filling, matching]
  }
}
