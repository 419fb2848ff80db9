import Domain

/// An outlook in the real shape: five regions, two 大类, one of them with more occupations than a page has charts, more
/// warnings than the list shows, and each kind of remark. All figures made up.
enum FixtureOutlook {
  static let names = [
    "机动车维修工", "工业机器人系统操作员", "化工总控工", "电工", "焊工", "钳工", "数控机床操作工", "食品加工人员",
    "专用化学产品、炸药及火工产品等化学制品生产人员",
  ]

  static func make(_ origin: Period, _ regions: [String], hostile: String? = nil) -> Outlook {
    let steps = (1...4).map { origin.advanced(by: $0) }
    return Outlook(
      origin: origin, steps: steps,
      regions: regions.enumerated().map { index, code in
        region(code, steps, index == 0 ? 1 : 0.2 / Double(index), index == 0 ? 56 : 4, hostile)
      },
      scores: ["demand", "seekers"].flatMap { measure in (0...4).map { score(measure, $0) } },
      thresholds: [.blue: 0.5, .yellow: 0.65, .orange: 0.8, .red: 0.9])
  }

  /// The same of a history that is too short for a backtest.
  static func untested(_ whole: Outlook) -> Outlook {
    Outlook(
      origin: whole.origin, steps: whole.steps,
      regions: whole.regions.map {
        OutlookRegion(code: $0.code, total: $0.total, occupations: $0.occupations, warnings: [])
      }, scores: [])
  }

  /// The same where past forecasts disagree about errors.
  static func shaken(_ whole: Outlook) -> Outlook {
    Outlook(
      origin: whole.origin, steps: whole.steps, regions: whole.regions, scores: whole.scores,
      thresholds: whole.thresholds, restsOnFewShocks: true)
  }

  /// - Parameter count: of 细类 in 大类 6.
  private static func region(
    _ code: String, _ steps: [Period], _ scale: Double, _ count: Int, _ hostile: String?
  ) -> OutlookRegion {
    let service = hostile ?? "社会生产服务和生活服务人员"
    var occupations = [
      subject("4", service, 4000 * scale, 0.55), subject("4-02", "交通运输、仓储物流和邮政业服务人员", 900 * scale, 0.52),
      subject("4-02-05", "仓储人员", 300 * scale, 0.4), subject("4-02-05-01", hostile ?? "仓储管理员", 200 * scale, 0.93),
      subject("4-02-05-02", "理货员", 100 * scale, 0.3), subject("4-02-05-03", "没有需求的职业", 0, 0),
      subject("6", "生产制造及有关人员", 6000 * scale, 0.7), subject("6-01", "农副产品加工人员", 2000 * scale, 0.66),
      subject("6-01-01", "粮油加工人员", 1900 * scale, 0.66),
    ]
    for index in 0..<count {
      let chance = index < 51 ? [0.52, 0.66, 0.81, 0.92][index % 4] : 0.1
      let number = index < 9 ? "0\(index + 1)" : "\(index + 1)"
      let name = names[index % names.count]
      occupations.append(subject("6-01-01-\(number)", name, Double(900 - index * 15) * scale, chance))
    }
    let rules = OutlookRules(chances: [.blue: 0.5, .yellow: 0.65, .orange: 0.8, .red: 0.9], leastOpenings: 1)
    // The third region has none.
    let warnings =
      code == "450603"
      ? []
      : occupations.compactMap { rules.warning($0, steps: steps) }
        .filter { $0.subject.level == 2 || $0.subject.level == 4 }.enumerated()
        .sorted { ($1.element.level, $0.offset) < ($0.element.level, $1.offset) }.map(\.element)
    // The second region's openings are forecast badly.
    let total = subject("", "", 12_345 * scale, 0.71, isWeak: code == "450602")
    return OutlookRegion(
      code: code, total: total, occupations: occupations, warnings: warnings)
  }

  /// Those of the upper levels: the lists have none of the others.
  private static let english = ["4": "Service workers", "6": "Production and manufacturing workers"]

  private static func subject(
    _ code: String, _ name: String, _ size: Double, _ chance: Double, isWeak: Bool = false
  ) -> OutlookSubject {
    let seed = code.utf8.reduce(7) { ($0 * 31 + Int($1)) % 9973 }
    let kinds = [
      "combination", "short", "pooledSeason", "smoothing", "shrunkenMean", "parentShare", "intermittent", "ended",
    ]
    let beats = isWeak ? false : seed % 3 == 0 ? nil : seed % 3 == 1
    let demand = line(size, seed, "method_\(kinds[seed % kinds.count])", beats)
    let seekers = line(size * (1.1 - chance / 4), seed + 5, "method_combination", seed % 4 != 0)
    let gap = OutlookLine(
      history: zip(demand.history, seekers.history).map { $0 - $1 },
      steps: zip(demand.steps, seekers.steps).map { left, right in
        let point = left.point - right.point
        let width = (left.high80 - left.low80) * 0.8 + 1
        return OutlookStep(
          point: point, low80: point - width, high80: point + width * 1.2, low95: point - width * 1.8,
          high95: point + width * 2.1)
      }, method: "", beatsSeasonalNaive: nil)
    let chances = (0..<4).map { max(0, chance - 0.1 * Double(3 - $0)) }
    return OutlookSubject(
      occupation: code, name: Label(zh: name, en: english[code] ?? name), demand: demand, seekers: seekers, gap: gap,
      chances: chances)
  }

  private static func line(_ size: Double, _ seed: Int, _ method: String, _ beats: Bool?) -> OutlookLine {
    func value(_ index: Int) -> Double {
      let season = [0.94, 1.12, 1.0, 0.88][index % 4]
      return size * (0.7 + 0.015 * Double(index)) * season * (1 + Double((seed * (index + 3)) % 17 - 8) / 120)
    }
    let steps = (1...4).map { ahead -> OutlookStep in
      let point = size * (0.7 + 0.015 * Double(19 + ahead)) * [0.94, 1.12, 1.0, 0.88][(19 + ahead) % 4]
      let width = size * 0.06 * Double(ahead).squareRoot()
      return OutlookStep(
        point: point, low80: max(0, point - width), high80: point + width * 1.1, low95: max(0, point - width * 1.7),
        high95: point + width * 2)
    }
    return OutlookLine(
      history: (0..<20).map { value($0).rounded() }, steps: steps, method: method, beatsSeasonalNaive: beats)
  }

  private static func score(_ measure: String, _ level: Int) -> OutlookScore {
    let isSparse = level == 4 && measure == "seekers"
    return OutlookScore(
      measure: measure, level: level, series: [5, 40, 205, 610, 1870][level], better: [4, 31, 160, 431, 1203][level],
      mase: 0.61 + 0.05 * Double(level), maseNaive2: 0.83 + 0.02 * Double(level), maseSeasonalNaive: 0.94,
      rmsse: isSparse ? nil : 0.7, msis: isSparse ? nil : 6.21, bias: level % 2 == 0 ? 0.041 : -0.02,
      coverage: isSparse ? nil : 0.9481)
  }
}
