import Domain
import TestSupport
import Testing

@Suite struct AxisValuesTests {
  private let book = CodeBook([
    CodeList(
      id: "occupations",
      entries: [
        CodeList.Entry(code: "6", name: "制造"), CodeList.Entry(code: "6-18", name: "机械", parent: "6"),
        CodeList.Entry(code: "6-18-01", name: "加工", parent: "6-18"), CodeList.Entry(code: "4", name: "服务"),
      ])
  ])

  private func values(_ column: String, _ level: Int?) throws -> AxisValues {
    try AxisValues(CrossTable.Axis(column: column, level: level), of: .postings, book: book)
  }

  private func shown(_ code: String, _ level: Int?) throws -> String {
    let values = try values("occupation", level)
    return values.text(values.number(ofEntry: values.entry(CodeNumber.number(code))))
  }

  @Test(arguments: [
    ("6-18-01", 1, "6"), ("6-18-01", 2, "6-18"), ("6-18-01", nil, "6-18-01"), ("6", 2, "6"), ("9", 1, ""),
  ])
  func codesAreLiftedToTheLevel(code: String, level: Int?, expected: String) throws {
    #expect(try shown(code, level) == expected)
  }

  @Test func numbersFollowTheOrderOfTheCodes() throws {
    let values = try values("occupation", 1)
    #expect((0..<values.count).map(values.text) == ["", "4", "6"])
    #expect((0..<values.count).map(values.name) == ["", "服务", "制造"])
    #expect(values.number(ofEntry: values.entry(nil)) == 0)
  }

  @Test func wholeNumbersStandForThemselves() throws {
    let years = try values("experience_years", nil)
    #expect(!years.hasNames && years.count == 0)
    #expect([nil, 0, 5, 70_000].map { years.text(years.number(ofEntry: years.entry($0))) } == ["", "0", "5", "60000"])
  }
}
