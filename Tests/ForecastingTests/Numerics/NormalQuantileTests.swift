import Forecasting
import Testing

@Suite struct NormalQuantileTests {
  @Test(arguments: [
    (0.5, 0.0), (0.975, 1.959963984540054), (0.9, 1.2815515655446004), (0.025, -1.959963984540054),
    (1e-6, -4.753424308822899),
  ])
  func values(p: Double, wanted: Double) {
    #expect(abs(NormalQuantile.value(p) - wanted) < 1e-9)
    #expect(abs(NormalQuantile.cumulative(NormalQuantile.value(p)) - p) < 1e-12)
  }

  @Test func ends() {
    #expect(NormalQuantile.value(0) == -.infinity && NormalQuantile.value(1) == .infinity)
  }
}
