import Domain

/// The measures of the classic column form.
enum TableColumns {
  static let persons = Label(zh: "人", en: "persons")
  static let percent = Label(zh: "%", en: "%")
  static let points = Label(zh: "百分点", en: "pp")
  static let plain = Label(zh: "", en: "")

  static func grouped(_ layout: TableLayout) -> [Measure] {
    var measures: [Measure] = []
    if layout.sides != .seekers { measures += side("demand", Label(zh: "需求人数", en: "Openings")) }
    if layout.sides != .demand { measures += side("seekers", Label(zh: "求职人数", en: "Seekers")) }
    if layout.ratio != .absent { measures += ratio }
    return measures
  }

  static let overall: [Measure] =
    change("demand", Label(zh: "需求人数", en: "Openings")) + change("seekers", Label(zh: "求职人数", en: "Seekers")) + ratio

  static let gaps: [Measure] = [
    Measure(id: "occupation", label: Label(zh: "职业代码", en: "Occupation"), unit: plain, isText: true),
    Measure(id: "demand", label: Label(zh: "需求人数", en: "Openings"), unit: persons),
    Measure(id: "seekers", label: Label(zh: "求职人数", en: "Seekers"), unit: persons),
    Measure(id: "gap", label: Label(zh: "缺口人数", en: "Gap"), unit: persons, signed: true),
    ratio[0],
  ]

  static let ratio: [Measure] = [
    Measure(id: "ratio", label: Label(zh: "求人倍率", en: "Openings per seeker"), unit: plain),
    Measure(id: "ratio_qoq", label: Label(zh: "求人倍率环比", en: "change on previous period"), unit: plain, signed: true),
    Measure(id: "ratio_yoy", label: Label(zh: "求人倍率同比", en: "change on year"), unit: plain, signed: true),
  ]

  private static func side(_ id: String, _ name: Label) -> [Measure] {
    [
      Measure(id: id, label: name, unit: persons),
      Measure(id: "\(id)_share", label: Label(zh: "所占比重", en: "Share"), unit: percent),
      Measure(id: "\(id)_share_qoq", label: Label(zh: "环比", en: "on previous period"), unit: points, signed: true),
      Measure(id: "\(id)_share_yoy", label: Label(zh: "同比", en: "on year"), unit: points, signed: true),
    ]
  }

  private static func change(_ id: String, _ name: Label) -> [Measure] {
    [
      Measure(id: id, label: name, unit: persons),
      Measure(id: "\(id)_qoq", label: Label(zh: "环比增减", en: "on previous period"), unit: persons, signed: true),
      Measure(
        id: "\(id)_qoq_pct", label: Label(zh: "环比增幅", en: "growth on previous period"), unit: percent, signed: true),
      Measure(id: "\(id)_yoy", label: Label(zh: "同比增减", en: "on year"), unit: persons, signed: true),
      Measure(id: "\(id)_yoy_pct", label: Label(zh: "同比增幅", en: "growth on year"), unit: percent, signed: true),
    ]
  }
}
