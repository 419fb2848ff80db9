import Domain
import Testing

@Suite struct CellTests {
  @Test(arguments: [
    (Cell.number(12_345, decimals: 0), "12345"), (.number(1.05, decimals: 2), "1.05"),
    (.number(-0.3, decimals: 2), "-0.30"),
    (.number(100, decimals: 2), "100.00"), (.number(-0.0, decimals: 2), "0.00"), (.number(-0.0, decimals: 0), "0"),
    (.number(-0.004, decimals: 2), "0.00"), (.number(1_234_567, decimals: 0), "1234567"), (.text("6-18-01"), "6-18-01"),
    (.unavailable, "[x]"), (.notApplicable, "[z]"),
  ])
  func csv(cell: Cell, expected: String) {
    #expect(cell.csv == expected)
  }

  @Test func onlyNumbersHaveAValue() {
    #expect(Cell.number(1.5, decimals: 2).value == 1.5)
    #expect([Cell.text("1.5"), .unavailable, .notApplicable].allSatisfy { $0.value == nil })
  }
}
