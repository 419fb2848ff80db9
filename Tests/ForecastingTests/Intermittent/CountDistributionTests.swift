import Forecasting
import Testing

@Suite struct CountDistributionTests {
  /// Values of R's qpois and qnbinom.
  @Test(arguments: [
    (3.0, 0.5, 3.0), (3, 0.975, 7), (3, 0.025, 0), (0.25, 0.975, 2), (0.25, 0.9, 1), (100, 0.975, 120),
    (100, 0.025, 81),
  ])
  func poisson(mean: Double, p: Double, wanted: Double) {
    #expect(CountDistribution.poisson(mean: mean).quantile(p) == wanted)
  }

  @Test(arguments: [(4.0, 12.0, 0.5, 3.0), (4, 12, 0.975, 13), (1, 3, 0.9, 3), (2, 2, 0.975, 5)])
  func negativeBinomial(mean: Double, variance: Double, p: Double, wanted: Double) {
    #expect(CountDistribution.negativeBinomial(mean: mean, variance: variance).quantile(p) == wanted)
  }

  @Test func largeMeansHaveNormalQuantiles() {
    let upper = CountDistribution.poisson(mean: 1e6).quantile(0.975)
    #expect(abs(upper - (1e6 + 1.96 * 1000)) < 5)
    let exact = CountDistribution.poisson(mean: 999).quantile(0.975)
    let rough = CountDistribution.poisson(mean: 1001).quantile(0.975)
    #expect(abs(rough - exact - 2) <= 1)
  }

  @Test func nothingExpected() {
    #expect(CountDistribution.poisson(mean: 0).quantile(0.99) == 0)
  }
}
