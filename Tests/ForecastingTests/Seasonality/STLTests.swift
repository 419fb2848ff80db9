import Forecasting
import Testing

/// STL and the classical decomposition, against statsmodels.
@Suite struct STLTests {
  struct Entry: Decodable {
    let id: String
    let m: Int
    let plain: Parts?
    let robust: Parts?
    let constant: Parts?
    let additive: Classical?
    let multiplicative: Classical?
  }

  struct Parts: Decodable {
    let trend: [Double]
    let seasonal: [Double]
  }

  struct Classical: Decodable {
    let indices: [Double]
    let trend: [Double?]
  }

  @Test func agree() throws {
    var (count, illPosed) = (0, 0)
    for entry in try Golden.read("stl") as [Entry] {
      let series = try #require(Golden.series[entry.id])
      let size = series.y.map(abs).max() ?? 1
      let cases: [(Parts?, Int, Int, Bool, Double)] = [
        (entry.plain, 7, 1, false, 1e-8), (entry.robust, 7, 1, true, 1e-6),
        (entry.constant, 13, 0, false, 1e-8),
      ]
      for (parts, width, degree, isRobust, tolerance) in cases {
        guard let parts else { continue }
        count += 1
        let stl = try #require(
          STL(series.y, period: entry.m, seasonalWidth: width, seasonalDegree: degree, isRobust: isRobust))
        let isOff = difference(stl.trend, parts.trend, least: size) >= tolerance
        if isOff, isRobust, isIllPosed(series.y, entry.m, stl) {
          illPosed += 1
          continue
        }
        #expect(difference(stl.trend, parts.trend, least: size) < tolerance, "\(entry.id) \(width) \(isRobust)")
        #expect(difference(stl.season, parts.seasonal, least: size) < tolerance, "\(entry.id) \(width) \(isRobust)")
        let sums = series.y.indices.map { stl.trend[$0] + stl.season[$0] + stl.remainder[$0] }
        #expect(difference(sums, series.y, least: size) < 1e-12)
      }
    }
    #expect(count > 110 && illPosed <= 2, "\(count) \(illPosed)")
  }

  /// Whether rounding noise decides: robustness weights jump where a remainder is next to nothing, and with three values a
  /// season many are.
  private func isIllPosed(_ y: [Double], _ period: Int, _ stl: STL) -> Bool {
    let nudged = y.enumerated().map { $1 * (1 + 1e-14 * Double($0 % 3 - 1)) }
    let other = STL(nudged, period: period, isRobust: true)
    return difference(other?.trend ?? [], stl.trend, least: y.map(abs).max() ?? 1) > 1e-6
  }

  @Test func classicalIndices() throws {
    var count = 0
    for entry in try Golden.read("stl") as [Entry] {
      let y = try #require(Golden.series[entry.id]).y
      let size = y.map(abs).max() ?? 1
      for (classical, isMultiplicative) in [
        (entry.additive, false), (entry.multiplicative, true),
      ] {
        guard let classical else { continue }
        count += 1
        let indices = SeasonalIndices.classical(y, period: entry.m, isMultiplicative: isMultiplicative)
        #expect(difference(indices, classical.indices, least: isMultiplicative ? 1 : size) < 1e-9, "\(entry.id)")
        let trend = MovingAverage.centred(y, period: entry.m).compactMap { $0 }
        #expect(difference(trend, classical.trend.compactMap { $0 }, least: size) < 1e-9, "\(entry.id)")
      }
    }
    #expect(count > 60, "\(count)")
  }

  @Test func tooShort() {
    #expect(STL([1, 2, 3], period: 2) == nil)
    #expect(STL([1, 2, 3, 4], period: 1) == nil)
  }
}
