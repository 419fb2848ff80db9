import Domain
import Testing

@Suite struct AgeTextTests {
  @Test(
    arguments: [
      ("18-45岁", 18, 45), ("18岁-45岁", 18, 45), ("18至45周岁", 18, 45), ("18～45", 18, 45), ("年龄18到45岁之间", 18, 45),
      ("35岁以下", nil, 35), ("35周岁及以下", nil, 35), ("35岁(含)以下", nil, 35), ("40以内", nil, 40), ("18周岁以上", 18, nil),
      ("18岁（含）以上", 18, nil), ("30", 30, 30), ("16-70", 16, 70), ("30-30", 30, 30),
    ] as [(String, Int?, Int?)])
  func reads(text: String, low: Int?, high: Int?) throws {
    #expect(try #require(AgeText.parse(text)) == (low, high))
  }

  @Test(arguments: ["", "不限", "45-18岁", "15岁以上", "71", "18-", "18-45岁男", "35.5岁以下", "成年", "18-45-60"])
  func refuses(text: String) {
    #expect(AgeText.parse(text) == nil)
  }
}
