import Documents
import Testing

@Suite struct NumberTextTests {
  @Test(arguments: [
    (1.005, 2, "1.01"), (-0.001, 2, "0.00"), (-2.5, 0, "-3"), (1_234_567, 0, "1,234,567"), (999, 0, "999"),
    (-1000.04, 1, "-1,000.0"), (0.1, 3, "0.100"), (0, 0, "0"),
  ])
  func isFixed(value: Double, decimals: Int, text: String) {
    #expect(NumberText.fixed(value, decimals: decimals, separator: ",") == text)
  }
}
