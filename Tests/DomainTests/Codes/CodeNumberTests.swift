import Domain
import Testing

@Suite struct CodeNumberTests {
  @Test(arguments: [
    ("450602", 1_450_602), ("01", 101), ("1", 11), ("0", 10), ("A", 65), ("T", 84), ("6-18-01-02", 16_180_102),
  ])
  func numbersStayTheSame(code: String, number: Int) {
    #expect(CodeNumber.number(code) == number)
    #expect(CodeNumber.code(number) == code.filter { $0 != "-" })
  }

  @Test(arguments: ["", "a", "AB", "-", "４５", "4506x", "1234567890123456", "Ａ"]) func refuses(code: String) {
    #expect(CodeNumber.number(code) == nil)
  }

  @Test(arguments: ["6", "6-18", "6-18-01", "6-18-01-02", "1-01-00-00"]) func occupationsKeepTheirDashes(code: String)
    throws
  {
    #expect(CodeNumber.occupationCode(try #require(CodeNumber.number(code))) == code)
  }

  @Test(arguments: ["occupations", "industry", "regions", "education"]) func everyShippedCodeRoundTrips(id: String)
    throws
  {
    let list = try Shipped.list(id)
    let numbers = list.entries.compactMap { CodeNumber.number($0.code) }
    #expect(Set(numbers).count == list.entries.count)
    #expect(numbers.map(id == "occupations" ? CodeNumber.occupationCode : CodeNumber.code) == list.entries.map(\.code))
    #expect(list.entries.map { CodeNumber.find($0.code, in: list) } == numbers)
  }
}
