import Domain
import Testing

@Suite struct OutlookRulesTests {
  private let rules = OutlookRules(chances: [.blue: 0.5, .yellow: 0.65, .orange: 0.8, .red: 0.9], leastOpenings: 20)
  private let steps = (1...4).map { Period(unit: .quarter, ordinal: 2026 * 4 + 2 + $0) }

  private func subject(_ chances: [Double], openings: [Double] = [5, 5, 5, 5]) -> OutlookSubject {
    let line = OutlookLine(history: [100] + openings, steps: [], method: "", beatsSeasonalNaive: nil)
    return OutlookSubject(
      occupation: "4-02-05-01", name: Label(zh: "装卸搬运工", en: "Handler"), demand: line, seekers: line, gap: line,
      chances: chances)
  }

  static let levels: [(Double, WarningLevel?)] = [
    (0.4999, nil), (0.5, .blue), (0.65, .yellow), (0.8, .orange), (0.9, .red), (1, .red),
  ]

  @Test(arguments: levels) func levelOfAProbability(chance: Double, level: WarningLevel?) {
    #expect(rules.level(chance) == level)
  }

  @Test func eachLevelHasItsFirstPeriod() throws {
    let warning = try #require(rules.warning(subject([0.55, 0.85, 0.7, 0.95]), steps: steps))
    #expect(warning.level == .red)
    #expect(warning.reached.map(\.level) == [.blue, .yellow, .orange, .red])
    #expect(warning.reached.map { "\($0.period)" } == ["2026Q4", "2027Q1", "2027Q1", "2027Q3"])
  }

  @Test func unlikelyAndSmallOnesAreNotWarnedOf() {
    #expect(rules.warning(subject([0.49, 0.2, 0, 0.4]), steps: steps) == nil)
    #expect(rules.warning(subject([1, 1, 1, 1], openings: [5, 5, 5, 4]), steps: steps) == nil)
    #expect(rules.warning(subject([1, 1, 1, 1]), steps: steps)?.level == .red)
  }

  @Test func levelsMayBeLeftOut() throws {
    let two = OutlookRules(chances: [.yellow: 0.6, .red: 0.95], leastOpenings: 0)
    let warning = try #require(two.warning(subject([0.7, 0.7, 0.7, 0.7]), steps: steps))
    #expect(warning.level == .yellow && warning.reached.count == 1)
  }
}
