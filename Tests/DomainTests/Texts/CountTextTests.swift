import Domain
import Testing

@Suite struct CountTextTests {
  @Test(arguments: [
    ("3", 3), ("3人", 3), ("招5人", 5), ("招聘 3 名", 3), ("招收12个", 12), ("１０人", 10), ("1,200", 1200), ("0", 0), ("2.0", 2),
  ])
  func readsNumbers(text: String, value: Int) throws {
    #expect(try #require(CountText.parse(text)) == (value, false))
  }

  @Test(arguments: ["若干", "若干人", "不限", "人数不限", "招若干人", "多名"]) func vagueIsOne(text: String) throws {
    #expect(try #require(CountText.parse(text)) == (1, true))
  }

  @Test(arguments: [("3-5人", 3), ("3至5名", 3), ("3人以上", 3), ("10人-20人", 10), ("5+", 5), ("约", nil)] as [(String, Int?)])
  func rangesAreTheirLeast(text: String, value: Int?) {
    #expect(CountText.parse(text)?.value == value)
    #expect(CountText.parse(text)?.isApproximate ?? true)
  }

  @Test(arguments: ["", "三人", "5-3人", "3-人", "2.5", "-3", "人", "99999999999999999999"]) func refuses(text: String) {
    #expect(CountText.parse(text) == nil)
  }
}
