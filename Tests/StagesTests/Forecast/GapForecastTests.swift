import Testing

@testable import Forecasting
@testable import Stages

@Suite struct GapForecastTests {
  /// Of one step: a gap whose seekers are known for sure.
  ///
  /// - Parameter bands: P2.5, P10, P90 and P97.5 of openings.
  private func chance(_ point: Double, _ bands: (Double, Double, Double, Double), seekers: Double) -> Double {
    func forecast(_ point: Double, _ ends: (Double, Double, Double, Double)) -> Forecast {
      Forecast(
        method: .combination, points: [point], band80: ForecastBand(lower: [ends.1], upper: [ends.2]),
        band95: ForecastBand(lower: [ends.0], upper: [ends.3]),
        members: [], notes: [], residuals: [], volume: 0, isNonNegative: true)
    }
    let sure = forecast(seekers, (seekers, seekers, seekers, seekers))
    return GapForecast(demand: forecast(point, bands), seekers: sure).chances[0]
  }

  /// Where an end of an interval lies at zero, the chance is what the interval says.
  @Test func chancesAreThoseOfTheIntervals() {
    let bands = (40.0, 80.0, 130.0, 200.0)
    let wanted = [(200.0, 0.025), (130, 0.1), (100, 0.5), (80, 0.9), (40, 0.975)]
    for (seekers, share) in wanted { #expect(abs(chance(100, bands, seekers: seekers) - share) < 1e-12) }
  }

  @Test func chancesFallWithSeekersFromOneToZero() {
    let all = stride(from: 0.0, through: 400, by: 1).map { chance(100, (40, 80, 130, 200), seekers: $0) }
    #expect(zip(all, all.dropFirst()).allSatisfy { $0 > $1 } && all.allSatisfy { (0...1).contains($0) })
    #expect(all[0] > 0.99 && all[400] < 0.001)
  }

  @Test func whatIsSureHasNoChance() {
    #expect(chance(5, (5, 5, 5, 5), seekers: 4) == 1)
    #expect(chance(5, (5, 5, 5, 5), seekers: 6) == 0)
    #expect(chance(5, (5, 5, 5, 5), seekers: 5) == 0)
  }
}
