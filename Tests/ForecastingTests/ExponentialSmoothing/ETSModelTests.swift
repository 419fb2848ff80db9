import Forecasting
import Testing

@Suite struct ETSModelTests {
  @Test func fifteenModels() {
    let names = Set(ETSModel.all.map(\.description))
    #expect(
      names == [
        "ANN", "AAN", "AAdN", "MNN", "MAN", "MAdN", "ANA", "AAA", "AAdA", "MNA", "MAA", "MAdA", "MNM", "MAM", "MAdM",
      ])
    #expect(ETSModel("ANM") == nil)
  }

  @Test func nothingMultiplicativeWithoutPositiveValues() {
    let models = ETSModel.admissible(period: 12, isPositive: false)
    #expect(models.map(\.description) == ["ANN", "AAN", "AAdN", "ANA", "AAA", "AAdA"])
    #expect(ETSModel.admissible(period: 1, isPositive: true).allSatisfy { $0.season == .none })
  }
}
