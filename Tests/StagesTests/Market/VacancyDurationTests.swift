import Domain
import Testing

@testable import Stages

@Suite struct VacancyDurationTests {
  /// `6` ended on day 6, `6+` was censored then.
  private func spells(_ text: String) -> [VacancyDuration.Spell] {
    text.split(separator: " ").map { word in
      VacancyDuration.Spell(days: Int(word.filter(\.isNumber)) ?? -1, isFilled: !word.hasSuffix("+"))
    }
  }

  /// The remission times of Freireich and others (1963), the example of most textbooks.
  @Test(arguments: [
    ("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+", 23),
    ("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23", 8),
  ])
  func agreesWithThePublishedMedians(text: String, median: Int) {
    #expect(VacancyDuration.median(spells(text)) == median)
    #expect(VacancyDuration.median(spells(text).reversed()) == median)
  }

  @Test(
    arguments: [
      ("", nil), ("5", 5), ("5+", nil), ("3 9+", 3), ("3+ 9+ 12", 12), ("1 2+ 3+ 4+", nil), ("0 0 7", 0),
      ("2 4 6 8", 4), ("10+ 20 30+", 20),
    ] as [(String, Int?)])
  func medianByHand(text: String, median: Int?) {
    #expect(VacancyDuration.median(spells(text)) == median)
  }

  private func posting(closed: Int?, filled: Bool, wanted: Int? = nil, ends: Int = 190) -> PostingScan.Posting {
    PostingScan.Posting(
      posted: 100, ends: ends, closed: closed, isFilled: filled, wantedBy: wanted, openings: 1, suitable: nil,
      payLow: nil,
      payHigh: nil, payState: nil, group: "", region: 0, employer: 1)
  }

  @Test func spellEndsWhenFilledElseIsCensored() {
    func spell(_ posting: PostingScan.Posting) -> String {
      let spell = VacancyDuration.spell(posting, asOf: Day(ordinal: 150))
      return "\(spell.days)\(spell.isFilled ? "" : "+")"
    }
    #expect(spell(posting(closed: 120, filled: true)) == "20")
    #expect(spell(posting(closed: 120, filled: true, wanted: 110)) == "10")
    #expect(spell(posting(closed: 120, filled: true, wanted: 130)) == "0")
    #expect(spell(posting(closed: 120, filled: false, ends: 120)) == "20+")
    #expect(spell(posting(closed: nil, filled: false)) == "50+")
    #expect(spell(posting(closed: 151, filled: true, ends: 151)) == "50+")
    #expect(spell(posting(closed: 150, filled: true, ends: 150)) == "50")
  }
}
