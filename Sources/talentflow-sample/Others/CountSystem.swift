/// 汇总数: what the archive offices counted themselves; one of them reports by month, the others by quarter.
struct CountSystem {
  private let scale: Double
  private let seed: UInt64

  static let layout = ExportLayout(
    system: "counts", encoding: .utf8, newline: "\n", delimiter: ",",
    headers: ["期别", "指标", "填报单位", "区划", "渠道", "数值", "按时办结", "评价数", "满意", "收费金额", "备注", "更新时间"],
    required: [0, 1], mainDate: 0, updated: 11, openings: nil, text: 10)

  private static let offices: [(name: String, place: Place, share: Double)] = [
    ("市人力资源市场", Place.city, 0.3), ("港口区就业服务中心", Place.counties[0], 0.28), ("防城区就业服务中心", Place.counties[1], 0.22),
    ("上思县就业服务中心", Place.counties[2], 0.07), ("东兴市就业服务中心", Place.counties[3], 0.13),
  ]
  /// Cases in an ordinary quarter of the whole city.
  private static let items: [(name: String, volume: Double)] = [
    ("档案接收", 1200), ("档案转出", 260), ("档案查阅", 1900), ("档案证明", 2600), ("档案政审", 520), ("材料归档", 800), ("党组织关系接转", 240),
  ]
  /// Index of the office that reports by month.
  private static let monthly = 1

  init(scale: Double, seed: UInt64) {
    self.scale = scale
    self.seed = seed
  }

  /// The rows of the quarter's file.
  func run(_ quarter: Quarter) -> [SampleRow] {
    var random = SampleRandom(seed: seed, stream: 950 + UInt64(quarter.index))
    let volume = Season.offices.days(of: quarter).volume
    var rows: [SampleRow] = []
    for (index, office) in CountSystem.offices.enumerated() {
      let periods =
        index == CountSystem.monthly
        ? (1...3).map { "\(quarter.year)M\(SampleDay.two(quarter.number * 3 - 3 + $0))" } : [quarter.name]
      for item in CountSystem.items {
        for period in periods {
          let expected = item.volume * scale * volume * office.share / Double(periods.count)
          rows.append(
            row(period, item.name, office, random.count(expected * (0.8 + 0.4 * random.unit())), quarter, &random))
        }
      }
    }
    return rows
  }

  private func row(
    _ period: String, _ item: String, _ office: (name: String, place: Place, share: Double), _ value: Int,
    _ quarter: Quarter, _ random: inout SampleRandom
  ) -> SampleRow {
    // Not every office writes down what was in time, or asks whether people were content.
    let isTimed = random.chance(0.85)
    let inTime = (0..<value).count { _ in random.chance(0.94) }
    let rated = random.chance(0.7) ? (0..<value).count { _ in random.chance(0.4) } : 0
    let satisfied = (0..<rated).count { _ in random.chance(0.97) }
    let fee = item == "档案证明" && random.chance(0.06) ? "\(value * 10)" : "0"
    let updated = SampleTime(quarter.last, second: random.integer(30_600...61_200))
    let cells = [
      period, item, office.name, "\(office.place.code)", "合计", "\(value)", isTimed ? "\(inTime)" : "",
      rated > 0 ? "\(rated)" : "", rated > 0 ? "\(satisfied)" : "", fee, "", CountSystem.layout.stamp(updated),
    ]
    return SampleRow(
      cells: cells, key: "counts/\(period)/\(item)/\(office.name)", updated: updated, fact: nil, flaw: nil)
  }
}
