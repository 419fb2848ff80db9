/// Whether a series repeats itself after a period: the autocorrelation at that lag against the 90 % limit that the
/// lower lags allow.
///
/// Source: the M4 competition's benchmark code (Makridakis, Spiliotis, Assimakopoulos 2020).
public struct SeasonalityTest: Sendable {
  /// Autocorrelations at lags 1 to `period`.
  public let autocorrelations: [Double]
  /// What the one at `period` has to exceed in size.
  public let limit: Double

  /// - Parameters:
  ///   - y: at least `cycles` periods and not constant; else nil.
  ///   - cycles: 3 in the competition.
  public init?(_ y: [Double], period: Int, cycles: Int = 3) {
    guard period > 1, y.count >= cycles * period else { return nil }
    let mean = y.reduce(0, +) / Double(y.count)
    let centred = y.map { $0 - mean }
    let size = centred.reduce(0) { $0 + $1 * $1 }
    guard size > 0 else { return nil }
    autocorrelations = (1...period).map { lag in
      (lag..<y.count).reduce(0) { $0 + centred[$1] * centred[$1 - lag] } / size
    }
    let lower = autocorrelations.dropLast().reduce(0) { $0 + $1 * $1 }
    limit = 1.645 * ((1 + 2 * lower) / Double(y.count)).squareRoot()
  }

  public var isSeasonal: Bool { abs(autocorrelations.last ?? 0) > limit }
}
