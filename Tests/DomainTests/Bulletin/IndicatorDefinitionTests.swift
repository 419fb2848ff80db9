import Domain
import Testing

@Suite struct IndicatorDefinitionTests {
  @Test func coversEveryFormulaOfTheBulletin() {
    let numbers = Set(Indicator.allCases.map(\.formulaNumber))
    #expect(numbers == Set((1...13).map { "F\($0)" } + ["F7b", "F7c"]))
  }
}
