import Domain
import Testing

@Suite struct RoundingTests {
  @Test(
    arguments: [
      (1.005, 2, 1.01), (-2.345, 2, -2.35), (2.345, 2, 2.35), (0.125, 2, 0.13), (-0.125, 2, -0.13), (1.004999, 2, 1.0),
      (2.5, 0, 3), (-2.5, 0, -3), (0.5, 0, 1), (0.4999, 0, 0), (201.0 / 200, 2, 1.01), (1.0 / 3, 4, 0.3333), (0, 2, 0),
      (12_345_678.005, 2, 12_345_678.01),
    ] as [(Double, Int, Double)])
  func roundsHalfAwayFromZero(value: Double, decimals: Int, expected: Double) {
    #expect(Rounding.round(value, decimals: decimals) == expected)
  }

  /// Every ratio that ends in half a hundredth, decided by integers.
  @Test func agreesWithIntegerArithmetic() {
    var wrong: [String] = []
    for denominator in [8, 40, 200, 1000, 851, 133_051] {
      for numerator in stride(from: 1, to: 5000, by: 7) {
        let hundredths = (200 * numerator + denominator) / (2 * denominator)
        let rounded = Rounding.round(Double(numerator) / Double(denominator))
        let mirrored = Rounding.round(-Double(numerator) / Double(denominator))
        if rounded != Double(hundredths) / 100 || mirrored != -rounded { wrong.append("\(numerator)/\(denominator)") }
      }
    }
    #expect(wrong.isEmpty)
  }
}
