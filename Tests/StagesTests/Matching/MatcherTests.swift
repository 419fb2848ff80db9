import Domain
import TestSupport
import Testing

@testable import Stages

@Suite struct MatcherTests {
  private func profile(
    _ code: Int, basis: TitleBasis = .given, education: Int32 = 0, title: Int32 = 0, skill: Int32 = 0,
    experience: Int32 = 0, region: Int32 = 0, pay: ClosedRange<Int>? = nil
  ) -> MatchProfile {
    MatchProfile(
      occupation: MatchOccupation(code, basis: basis), education: education, title: title, skill: skill,
      experience: experience, region: region,
      pay: MatchPay(low: pay?.lowerBound, high: pay?.upperBound, isStated: pay != nil))
  }

  @Test(
    arguments: [
      (16_170_202, 40), (16_170_203, 25), (161_702, 25), (16_170_301, 10), (1617, 10), (16_180_202, 0), (16, 0), (0, 0),
    ])
  func occupation(other: Int, points: Int) {
    #expect(MatchScore(profile(16_170_202), profile(other)).occupation == points)
    #expect(MatchScore(profile(other), profile(16_170_202)).occupation == points)
  }

  /// A title of medium certainty counts to its 小类; what is given, answered or read surely to the 细类.
  @Test(arguments: [(TitleBasis.given, 40), (.high, 40), (.analyst, 40), (.medium, 25)])
  func theGradeOfATitleLimitsIt(basis: TitleBasis, points: Int) {
    #expect(MatchScore(profile(16_170_202), profile(16_170_202, basis: basis)).occupation == points)
  }

  @Test func levelsAreMetOrUnknown() {
    func score(_ posting: MatchProfile, _ seeker: MatchProfile) -> [Int] { MatchScore(posting, seeker).parts }
    let code = 16_170_202
    // Education, title or skill, years: asked for and had, not had; nothing asked for; not known whether.
    #expect(score(profile(code, education: 4), profile(code, education: 4))[1] == 15)
    #expect(score(profile(code, education: 4), profile(code, education: 3))[1] == 0)
    #expect(score(profile(code, education: 0), profile(code, education: 0))[1] == 15)
    #expect(score(profile(code, education: -1), profile(code, education: 7))[1] == 0)
    #expect(score(profile(code, title: 2, skill: 0), profile(code, title: 1, skill: 5))[2] == 0)
    #expect(score(profile(code, title: 2, skill: 3), profile(code, title: 0, skill: 3))[2] == 15)
    #expect(score(profile(code, title: 0, skill: -1), profile(code))[2] == 15)
    #expect(score(profile(code, title: -1, skill: -1), profile(code, title: 3, skill: 5))[2] == 0)
    #expect(score(profile(code, experience: 3), profile(code, experience: 3))[3] == 10)
    #expect(score(profile(code, experience: 1), profile(code, experience: -1))[3] == 0)
    #expect(score(profile(code, experience: 0), profile(code, experience: -1))[3] == 10)
    #expect(score(profile(code, experience: -1), profile(code, experience: 30))[3] == 0)
  }

  @Test(
    arguments: [
      (1_450_602, 1_450_602, 10), (1_450_602, 1_450_603, 6), (1_450_600, 1_450_600, 6), (1_450_600, 1_450_602, 6),
      (1_450_602, 1_450_702, 0), (0, 0, 0), (1_450_602, 0, 0),
    ] as [(Int32, Int32, Int)])
  func region(one: Int32, other: Int32, points: Int) {
    #expect(MatchScore(profile(0, region: one), profile(0, region: other)).region == points)
  }

  @Test func payOverlaps() {
    func overlap(_ one: MatchPay, _ other: MatchPay) -> Bool {
      func side(_ pay: MatchPay) -> MatchProfile {
        MatchProfile(
          occupation: MatchOccupation(nil, basis: nil), education: 0, title: 0, skill: 0, experience: 0, region: 0,
          pay: pay)
      }
      return MatchScore(side(one), side(other)).pay == 10
    }
    let (open, none) = (MatchPay(low: 6000, high: nil, isStated: true), MatchPay(low: nil, high: nil, isStated: true))
    #expect(overlap(MatchPay(low: 4000, high: 5000, isStated: true), MatchPay(low: 5000, high: 6000, isStated: true)))
    #expect(!overlap(MatchPay(low: 4000, high: 4999, isStated: true), MatchPay(low: 5000, high: 6000, isStated: true)))
    #expect(overlap(open, MatchPay(low: 9000, high: 9000, isStated: true)) && !overlap(open, none))
    #expect(!overlap(open, MatchPay(low: 9000, high: 9000, isStated: false)))
  }

  private func market(_ postings: Int, _ seekers: Int, codes: [Int], _ random: inout SeededGenerator) -> (
    [(posting: MatchProfile, unit: Int)], [MatchProfile]
  ) {
    func side(_ random: inout SeededGenerator) -> MatchProfile {
      let low = Int.random(in: 3000...9000, using: &random)
      return profile(
        codes.randomElement(using: &random) ?? 0, education: Int32.random(in: 0...6, using: &random),
        title: Int32.random(in: 0...3, using: &random), experience: Int32.random(in: -1...9, using: &random),
        region: 1_450_600 + Int32.random(in: 0...3, using: &random), pay: low...(low + 1500))
    }
    return ((0..<postings).map { (side(&random), $0 % 3) }, (0..<seekers).map { _ in side(&random) })
  }

  /// The bound on how far a posting looks, and the order of equal scores, against all pairs sorted.
  @Test(arguments: 1...40)
  func allPairsSortedGiveTheSame(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 1...25, using: &random)
    let (postings, seekers) = market(
      count, Int.random(in: 0...150, using: &random), codes: [16_170_202, 16_170_203, 16_180_101, 0], &random)
    var pairs: [(score: Int, posting: Int, seeker: Int)] = []
    for (posting, entry) in postings.enumerated() {
      for (seeker, own) in seekers.enumerated() {
        let score = MatchScore(entry.posting, own)
        if score.occupation > 0 { pairs.append((score.total, posting, seeker)) }
      }
    }
    pairs.sort { (-$0.score, $0.posting, $0.seeker) < (-$1.score, $1.posting, $1.seeker) }
    var (ofPosting, ofSeeker, wanted) = ([Int: Int](), [Int: Int](), [Matcher.Pair]())
    for pair in pairs where ofPosting[pair.posting, default: 0] < 10 && ofSeeker[pair.seeker, default: 0] < 5 {
      ofPosting[pair.posting, default: 0] += 1
      ofSeeker[pair.seeker, default: 0] += 1
      wanted.append(Matcher.Pair(posting: pair.posting, seeker: pair.seeker, score: pair.score))
    }
    let outcome = try Matcher.match(postings, seekers)
    func sorted(_ pairs: [Matcher.Pair]) -> [[Int]] {
      pairs.map { [$0.posting, -$0.score, $0.seeker] }.sorted { $0.lexicographicallyPrecedes($1) }
    }
    #expect(sorted(outcome.pairs) == sorted(wanted))
    #expect(outcome.pairs.map { [$0.posting, -$0.score, $0.seeker] } == sorted(outcome.pairs))
    for unit in 0..<3 {
      let good = Set(pairs.filter { $0.score >= 60 && postings[$0.posting].unit == unit }.map(\.seeker))
      #expect(outcome.candidates[unit] ?? 0 == good.count)
    }
  }

  /// The goal is five seconds, with seekers of 40 中类, as the sample's jobs are of some two dozen.
  @Test func aThousandOpeningsAgainstAHundredThousandSeekers() throws {
    let groups = 40
    var random = SeededGenerator(seed: 7)
    let codes = (0..<groups * 5).map { 16_000_101 + $0 / 5 * 10_000 + $0 % 5 * 100 }
    let (postings, seekers) = market(1000, 100_000, codes: codes, &random)
    let clock = ContinuousClock()
    var outcome = Matcher.Outcome()
    let time = try clock.measure { outcome = try Matcher.match(postings, seekers) }
    print("1,000 openings, 100,000 seekers in \(groups) groups: \(time)")
    #expect(outcome.pairs.count == 10_000 && time < .seconds(5))
  }
}
