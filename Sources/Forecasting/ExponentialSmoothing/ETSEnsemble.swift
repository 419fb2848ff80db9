/// All admissible ETS models of a series.
public struct ETSEnsemble: Sendable {
  public let all: ETSMixture
  /// Of the models with a season alone; nil where there are none. AICc charges a short series in full for every seasonal
  /// state.
  public let seasonal: ETSMixture?

  /// All fits, those without weight among them: where a search over nearly the same series may start.
  let fits: [ETSFit]

  /// - Returns: nil where no model could be fitted.
  public init?(_ y: [Double], period: Int, horizon: Int, fitter: ETSFitter) {
    self.init(y, period: period, horizon: horizon, fitter: fitter, from: [])
  }

  /// - Parameter earlier: fits to the same series with other observations at its end; empty to search everywhere.
  init?(_ y: [Double], period: Int, horizon: Int, fitter: ETSFitter, from earlier: [ETSFit]) {
    let isPositive = (y.min() ?? 0) > 0
    let known = Dictionary(earlier.map { ($0.model, $0) }, uniquingKeysWith: { first, _ in first })
    let quick = ETSModel.admissible(period: period, isPositive: isPositive).compactMap { model in
      known[model].map { fitter.refit($0, y, period: period) }
        ?? fitter.fit(model, y, period: period, effort: .first)
    }
    fits = earlier.isEmpty ? ETSEnsemble.improved(quick, y, period, fitter) : quick
    guard let all = ETSMixture(fits, horizon: horizon) else { return nil }
    self.all = all
    seasonal = ETSMixture(fits.filter { $0.model.season != .none }, horizon: horizon)
  }

  /// A second start for the models that have a say: those within 8 of the least AICc (weight above 1/50 of the best's).
  private static func improved(_ fits: [ETSFit], _ y: [Double], _ period: Int, _ fitter: ETSFitter) -> [ETSFit] {
    let least = fits.map(\.aicc).min() ?? .infinity
    return fits.map { fit in
      guard fit.aicc < least + 8, let other = fitter.fit(fit.model, y, period: period, effort: .second) else {
        return fit
      }
      return other.deviance < fit.deviance ? other : fit
    }
  }
}
