import Domain
import Testing

@Suite struct BulletinRulesTests {
  private let rules = BulletinRules(
    bands: [(0.97, "求大于供"), (1.03, "基本平衡"), (nil, "供不应求")].map { limit, word in
      BulletinRules.Band(below: limit, label: Label(zh: word, en: word))
    }, topCount: 10, tables: [])

  @Test(arguments: [(0.0, "求大于供"), (0.96, "求大于供"), (0.97, "基本平衡"), (1.02, "基本平衡"), (1.03, "供不应求"), (9, "供不应求")])
  func bandHoldsItsLowerLimit(ratio: Double, word: String) {
    #expect(rules.band(ratio)?.zh == word)
  }

  @Test func withoutBandsThereIsNoWord() {
    #expect(BulletinRules(bands: [], topCount: 10, tables: []).band(1) == nil)
  }
}
