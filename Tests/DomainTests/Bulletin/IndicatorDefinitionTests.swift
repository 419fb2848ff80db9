import Domain
import Testing

@Suite struct IndicatorDefinitionTests {
  @Test func idsAreUniqueAndFound() {
    let ids = IndicatorDefinition.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    for definition in IndicatorDefinition.all { #expect(IndicatorDefinition.named(definition.id) == definition) }
    #expect(IndicatorDefinition.named("no_such_figure") == nil)
  }

  @Test func coversEveryFormulaOfTheBulletin() {
    let numbers = Set(IndicatorDefinition.all.map(\.formulaNumber))
    #expect(numbers == Set((1...13).map { "F\($0)" } + ["F7b", "F7c"]))
  }

  @Test(arguments: IndicatorDefinition.all) func saysEverythingInBothLanguages(definition: IndicatorDefinition) {
    for label in [definition.name, definition.formula, definition.source] {
      #expect(!label.zh.isEmpty && !label.en.isEmpty)
    }
    #expect(definition.unit.zh.isEmpty == definition.unit.en.isEmpty)
  }
}
