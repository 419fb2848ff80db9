import Declarations
import Domain
import TestSupport
import Testing

/// What rules make of fields, and whom they exempt.
@Suite struct PostingFieldTests {
  private func judged(
    _ rule: String, _ text: String = "诚聘，待遇从优", _ set: (inout ScreenFacts) -> Void = { _ in }
  ) throws -> (level: Check.Level?, exempted: String?) {
    let screener = try PostingRuleTests.shipped.get()
    var facts = ScreenFacts()
    set(&facts)
    let outcome = ScreenPass(screener).screen(text, facts)
    return (
      outcome.findings.first { screener.rules[$0.rule].id == rule }?.level,
      outcome.exempted.first { screener.rules[$0.rule].id == rule }?.exemption
    )
  }

  @Test func sexAsAField() throws {
    let men = try judged("C01") {
      $0.sex = 1
      $0.occupation = "6-30-05-01"
    }
    #expect(men.level == .violation)
    #expect(try judged("C01", "女浴室服务员") { $0.sex = 2 }.level == .advise)
    #expect(try judged("C01") { $0.sex = 2 }.level == .correct)
  }

  /// Work that is closed to women by law: nothing is found, and the clause is named.
  @Test func workThatIsClosedToWomen() throws {
    let mining = try judged("C01") {
      $0.sex = 1
      $0.occupation = "6-16-01-05"
    }
    #expect(mining.level == nil && mining.exempted?.contains("女职工劳动保护特别规定") == true)
    let told = try judged("C01", "井下采掘工，仅限男性")
    #expect(told.level == nil && told.exempted != nil)
  }

  @Test func agesAsFields() throws {
    let wide = try judged("C06") {
      $0.minimumAge = 18
      $0.maximumAge = 60
    }
    #expect(wide.level == nil)
    #expect(try judged("C06") { $0.maximumAge = 35 }.level == .advise)
    let public35 = try judged("C06") {
      $0.maximumAge = 35
      $0.sector = "2"
    }
    #expect(public35.level == .correct)
    let painter = try judged("C11") {
      $0.minimumAge = 16
      $0.occupation = "6-18-03-03"
    }
    #expect(painter.level == .correct)
    #expect(try judged("C11") { $0.minimumAge = 15 }.level == .violation)
    #expect(try judged("C11") { $0.minimumAge = 16 }.level == nil)
  }

  @Test func probationAsAField() throws {
    #expect(try judged("C13") { $0.probationMonths = 6 }.level == nil)
    #expect(try judged("C13") { $0.probationMonths = 7 }.level == .correct)
  }
}
