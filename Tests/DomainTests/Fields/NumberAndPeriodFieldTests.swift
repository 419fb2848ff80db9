import Domain
import Testing

/// Kinds of numbers that are counted or paid, and of the periods that they are of.
@Suite struct NumberAndPeriodFieldTests {
  private let decoding: FieldDecoding

  init() throws {
    decoding = try FieldDecoding(
      [], book: Shipped.book, homeRegion: nil, pseudonym: Pseudonym(key: Array(repeating: 7, count: 32)))
  }

  @Test(arguments: [
    ("2026Q3", "2026Q3"), ("2026年第三季度", "2026Q3"), ("2026年3季度", "2026Q3"), ("2026年四季度", "2026Q4"),
    ("2026年9月", "2026M09"),
    ("2026年09月份", "2026M09"), ("2026-09", "2026M09"), ("2026年上半年", "2026H1"), ("2026年下半年", "2026H2"), ("2026年", "2026"),
    ("2026年度", "2026"), ("２０２６年第一季度", "2026Q1"),
  ])
  func periodsAsPeopleWriteThem(_ text: String, _ period: String) throws {
    let expected = try #require(Period(period))
    #expect(PeriodField(Parameters([:])).decode(text, decoding).values.0 == PeriodField.number(expected))
  }

  @Test(arguments: ["2026Q5", "2026年第五季度", "2026年13月", "2026-09-30", "第三季度", "2026年秋", "26年3月", ""])
  func whatIsNoPeriodIsNotGuessed(_ text: String) {
    #expect(PeriodField(Parameters([:])).decode(text, decoding).problem == .period)
  }

  @Test func nothingIsCountedOrPaidBelowZero() {
    for kind in [DecimalField(Parameters([:])) as any FieldKind, MoneyField(Parameters([:]))] {
      for text in ["-31", "-0.01", "- 3", "三"] { #expect(kind.decode(text, decoding).problem == .amount, "\(text)") }
    }
    #expect(DecimalField(Parameters([:])).decode("0", decoding).values.0 == 0)
    #expect(MoneyField(Parameters([:])).decode("1,234.5元", decoding).values.0 == 123450)
  }
}
