import Testing

@testable import Domain

@Suite struct PayTextTests {
  @Test(arguments: [
    ("4500-6000", 4500, 6000), ("4500-6000元/月", 4500, 6000), ("4,500-6,000", 4500, 6000), ("4，500～6，000元", 4500, 6000),
    ("5000", 5000, 5000), ("月薪5000元", 5000, 5000), ("5千/月", 5000, 5000), ("1-1.5万/月", 10_000, 15_000),
    ("1万-1.5万", 10_000, 15_000), ("8千-1万/月", 8000, 10_000), ("6-8千/月", 6000, 8000), ("4000——6000", 4000, 6000),
    ("5000元左右", 5000, 5000), ("约6000", 6000, 6000), ("税前8000", 8000, 8000), ("6000-8000(税前)", 6000, 8000),
    ("5000-1万", 5000, 10_000), ("四千", 4000, 4000), ("四千至六千", 4000, 6000), ("三千五", 3500, 3500), ("一万二", 12_000, 12_000),
    ("一万-一万五/月", 10_000, 15_000),
    ("6至8千元/月", 6000, 8000),
    ("10k-20k", 10_000, 20_000), ("10K—20K", 10_000, 20_000), ("1.2w-2W", 12_000, 20_000), ("3.5-5.5千每月", 3500, 5500),
    ("15-20万/年", 12_500, 16_667), ("年薪12万元", 10_000, 10_000), ("年薪12万/年", 10_000, 10_000),
    ("200元/天", 4350, 4350), ("1.5千/天", 32_625, 32_625), ("日薪100-150", 2175, 3263), ("20元/小时", 3480, 3480),
    ("20-25元每小时", 3480, 4350), (" 4500 - 6000 元 / 月 ", 4500, 6000), ("100", 100, 100), ("100万/月", 1_000_000, 1_000_000),
  ])
  func readsLimits(text: String, low: Int, high: Int) {
    #expect(PayText.parse(text) == Pay(low: low, high: high, isNegotiable: false, monthsPerYear: 12))
  }

  @Test(
    arguments: [
      ("3千及以下", nil, 3000), ("6千以下/月", nil, 6000), ("6千/月以下", nil, 6000), ("1万以内", nil, 10_000),
      ("5000以上", 5000, nil), ("≥5000", 5000, nil), (">=5千/月", 5000, nil), ("不低于4000元", 4000, nil),
      ("底薪3000+提成", 3000, nil), ("3500+提成", 3500, nil), ("8000+", 8000, nil), ("≤6000", nil, 6000),
      ("2万及以上/月", 20_000, nil), ("8000元起", 8000, nil), ("300元/天以上", 6525, nil),
    ] as [(String, Int?, Int?)])
  func readsOpenLimits(text: String, low: Int?, high: Int?) {
    #expect(PayText.parse(text) == Pay(low: low, high: high, isNegotiable: false, monthsPerYear: 12))
  }

  @Test func whatASourceSaysOfItsPay() {
    let year = PayText.Assumption(months: 1.0 / 12)
    #expect(PayText.parse("24-36万", assumed: year)?.low == 20_000)
    #expect(PayText.parse("24-36万/年", assumed: year)?.high == 30_000)
    #expect(PayText.parse("5000/月", assumed: year)?.low == 5000)
    let thousands = PayText.Assumption(unit: 1000, months: 1.0 / 12)
    #expect(PayText.parse("120-180", assumed: thousands)?.high == 15_000)
    #expect(PayText.parse("12万", assumed: thousands)?.low == 10_000)
  }

  @Test(arguments: [
    ("10k-20k·13薪", 13), ("1-1.5万/月·14薪", 14), ("8千-1万*13薪", 13), ("5000元/月、16薪", 16), ("5000x13个月", 13),
  ])
  func keepsMonthsApart(text: String, months: Int) throws {
    let pay = try #require(PayText.parse(text))
    #expect(pay.monthsPerYear == months)
    #expect(try #require(pay.low) >= 5000)
  }

  @Test(arguments: ["面议", " 面 议 ", "薪资面议", "面谈", "可面议"]) func negotiableIsAStateOfItsOwn(text: String) {
    #expect(PayText.parse(text) == Pay(low: nil, high: nil, isNegotiable: true, monthsPerYear: 12))
  }

  @Test(arguments: [
    "", "高薪", "6000-4500", "2万-1万/月", "4500-", "-4500", "4500-6000-8000", "底薪+提成", "提成", "99", "税后", "四",
    "101万/月", "0.5元/小时", "10k-20k·11薪", "10k-20k·25薪", "10k-20k·薪", "月薪200元/天", "4500-6000以上", "1.2.3万",
    "5000元/月包吃住", "4500.", "1e4",
  ])
  func refuses(text: String) {
    #expect(PayText.parse(text) == nil)
  }
}
