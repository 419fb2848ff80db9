import Foundation

/// Fitted ETS models of one series, weighted by their AICc.
///
/// Source: Burnham and Anderson (2002) for the weights; Kolassa (2011) for their use in exponential smoothing.
public struct ETSMixture: Sendable {
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

  /// - Returns: nil where no fit has a finite AICc and a finite outlook.
  init?(_ fits: [ETSFit], horizon: Int) {
    let fits = fits.map { Candidate(fit: $0, outlook: $0.outlook(horizon: horizon)) }.filter(\.isFinite)
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

  private struct Candidate {
    let fit: ETSFit
    let outlook: ETSOutlook

    var isFinite: Bool { fit.aicc.isFinite && (outlook.points + outlook.variances).allSatisfy(\.isFinite) }
  }
}
