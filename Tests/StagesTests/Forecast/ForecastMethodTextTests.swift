import Forecasting
import Testing

@testable import Stages

@Suite struct ForecastMethodTextTests {
  @Test(arguments: ForecastMethod.allCases) func everyMethodHasAName(method: ForecastMethod) {
    #expect(TextKey(rawValue: "method_\(method.rawValue)") != nil)
  }
}
