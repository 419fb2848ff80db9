import Foundation

/// All admissible ETS models of a series, weighted by their AICc.
///
/// Source: Burnham and Anderson (2002) for the weights; Kolassa (2011) for their use in exponential smoothing.
public struct ETSEnsemble: Sendable {
  public struct Member: Sendable {
    public let fit: ETSFit
    /// Sums to 1 over the members.
    public let weight: Double
  }

  /// In the order of `ETSModel.all`; weights below 1e-6 are left out.
  public let members: [Member]
  /// Weighted means, one a step ahead.
  public let points: [Double]
  /// Of the mixture: weighted variances and the spread of the members' points.
  public let variances: [Double]

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
    let all = earlier.isEmpty ? ETSEnsemble.improved(quick, y, period, fitter) : quick
    self.fits = all
    let fits = all.map { Candidate(fit: $0, outlook: $0.outlook(horizon: horizon)) }.filter(\.isFinite)
    guard let least = fits.map(\.fit.aicc).min() else { return nil }
    let raw = fits.map { exp((least - $0.fit.aicc) / 2) }
    let kept = raw.indices.filter { raw[$0] > 1e-6 }
    let sum = kept.reduce(0) { $0 + raw[$1] }
    members = kept.map { Member(fit: fits[$0].fit, weight: raw[$0] / sum) }
    let outlooks = kept.map { (weight: raw[$0] / sum, outlook: fits[$0].outlook) }
    let points = (0..<horizon).map { step in outlooks.reduce(0) { $0 + $1.weight * $1.outlook.points[step] } }
    self.points = points
    variances = (0..<horizon).map { step in
      outlooks.reduce(0) { sum, one in
        let distance = one.outlook.points[step] - points[step]
        return sum + one.weight * (one.outlook.variances[step] + distance * distance)
      }
    }
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

  private struct Candidate {
    let fit: ETSFit
    let outlook: ETSOutlook

    var isFinite: Bool { fit.aicc.isFinite && (outlook.points + outlook.variances).allSatisfy(\.isFinite) }
  }
}
