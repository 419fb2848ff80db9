/// 就业推荐登记: who was referred where, and what came of it.
struct PlacementSystem {
  private let scale: Double
  private let seed: UInt64
  private var composer = FileComposer(layout: PlacementSystem.layout)
  private var numbers = 0

  /// Referrals in an ordinary quarter of the whole city.
  private static let volume = 1500.0

  static let layout = ExportLayout(
    system: "placements", encoding: .utf8, newline: "\n", delimiter: ",",
    headers: [
      "推荐编号", "求职编号", "证件号码", "岗位编号", "平台", "推荐日期", "面试日期", "录用日期", "到岗日期", "结果", "原因", "录用薪酬", "职业代码",
      "统一社会信用代码", "单位名称", "行业", "原单位性质", "现单位性质", "原区划", "现区划", "人员类别", "应届", "留学回国", "外籍", "服务机构", "留任6月", "留任12月",
      "更新时间",
    ],
    required: [0, 5], mainDate: 5, updated: 27, openings: nil, text: 24)

  init(scale: Double, seed: UInt64) {
    self.scale = scale
    self.seed = seed
  }

  /// The rows of the quarter's file.
  ///
  /// - Parameters:
  ///   - postings, seekers: those new in the quarter; people are referred to real ones.
  mutating func run(_ quarter: Quarter, postings: [Posting], seekers: [Seeker]) -> [SampleRow] {
    var random = SampleRandom(seed: seed, stream: 700 + UInt64(quarter.index))
    let days = Season.openings.days(of: quarter)
    let market = Market(postings: postings, seekers: seekers)
    var drafts: [Draft] = []
    for _ in 0..<random.count(PlacementSystem.volume * scale * days.volume) {
      numbers += 1
      drafts.append(draft(market, on: days.mix.draw(&random), until: quarter.last, &random))
    }
    var local = self
    let rows = composer.compose(drafts, quarter: quarter, &random) { random in
      local.numbers += 1
      return local.draft(market, on: quarter.last, until: quarter.last, &random).first
    }
    numbers = local.numbers
    return rows
  }

  /// The referral as the quarter knows it, and its outcome where the next quarter tells of it.
  private func draft(
    _ market: Market, on day: SampleDay, until last: SampleDay, _ random: inout SampleRandom
  ) -> Draft {
    let number = "TJ\(day.parts.year)\(String("000000\(numbers)".suffix(7)))"
    let pair = market.draw(&random)
    var placement = Placement(number: number, posting: pair.posting, seeker: pair.seeker, referred: day, &random)
    placement.decide(&random)
    guard let decided = placement.decidedOn, decided > last else {
      return Draft(first: row(placement), later: nil)
    }
    return Draft(first: row(placement.undecided), later: row(placement))
  }

  private func row(_ placement: Placement) -> SampleRow {
    SampleRow(
      cells: placement.cells, key: "placements/\(placement.number)", updated: placement.updated, fact: nil, flaw: nil)
  }
}
