import Testing

@testable import Stages

@Suite struct OutlookWordingTests {
  /// No chance is printed as a level that it does not reach, and none as nothing.
  @Test(arguments: [
    (0.0, "0%"), (0.0001, "<1%"), (0.0099, "<1%"), (0.01, "1%"), (0.91996, "91%"), (0.29, "29%"), (1, "100%"),
  ])
  func chancesAreRoundedDown(chance: Double, text: String) throws {
    #expect(OutlookWording(texts: try .shipped(), language: .zh).percent(chance) == text)
  }
}
