import Foundation

/// Quantiles of counts.
public enum CountDistribution: Sendable, Equatable {
  case poisson(mean: Double)
  /// Mean and variance of the counts; with a variance not above the mean it is Poisson.
  case negativeBinomial(mean: Double, variance: Double)

  /// The least count that at least a share `p` does not exceed (0 < p < 1). For means above 1000 that of the gamma
  /// distribution of the same mean and variance, rounded up.
  public func quantile(_ p: Double) -> Double {
    let (mean, variance) = moments
    guard mean > 0 else { return 0 }
    guard mean <= 1000 else { return CountDistribution.large(mean, variance, p) }
    // Poisson: q = 0. Negative binomial of size r and success q: f(k+1) = f(k) (r + k) (1 - q) / (k + 1).
    let isPoisson = variance <= mean * (1 + 1e-9)
    let size = isPoisson ? 0 : mean * mean / (variance - mean)
    let failure = isPoisson ? 0 : 1 - mean / variance
    // In logarithms, so that the first term does not vanish.
    var term = isPoisson ? -mean : size * log(mean / variance)
    var sum = exp(term)
    var count = 0.0
    while sum < p, count < 1e6 {
      let ratio = isPoisson ? mean / (count + 1) : (size + count) * failure / (count + 1)
      term += log(ratio)
      count += 1
      sum += exp(term)
    }
    return count
  }

  private var moments: (mean: Double, variance: Double) {
    switch self {
    case .poisson(let mean): (mean, mean)
    case .negativeBinomial(let mean, let variance): (mean, max(variance, mean))
    }
  }

  /// Wilson and Hilferty (1931): the cube root of a gamma variable is nearly normal.
  private static func large(_ mean: Double, _ variance: Double, _ p: Double) -> Double {
    let shape = mean * mean / variance
    let inner = 1 - 1 / (9 * shape) + NormalQuantile.value(p) / (3 * shape.squareRoot())
    return inner <= 0 ? 0 : (mean * inner * inner * inner).rounded(.up)
  }
}
