/// Croston's method and its kin: smoothed size over smoothed interval, a level forecast per step.
///
/// Sources: Croston (1972); Syntetos and Boylan (2005) for SBA; Teunter, Syntetos, Babai (2011) for TSB.
public enum Croston {
  /// 0 where all values are zero.
  public static func forecast(_ y: [Double], alpha: Double = 0.1) -> Double {
    let demand = DemandIntervals(y)
    guard !demand.sizes.isEmpty else { return 0 }
    return SimpleSmoothing.level(demand.sizes, alpha: alpha) / SimpleSmoothing.level(demand.intervals, alpha: alpha)
  }

  /// Croston's forecast less its bias of about alpha / 2.
  public static func sba(_ y: [Double], alpha: Double = 0.1) -> Double { (1 - alpha / 2) * forecast(y, alpha: alpha) }

  /// Smoothed size times smoothed probability, so that a series that ends dies away.
  ///
  /// - Parameters:
  ///   - sizeAlpha: of the sizes, moved at non-zero values only.
  ///   - probabilityAlpha: of the probability, moved at every value.
  public static func tsb(_ y: [Double], sizeAlpha: Double, probabilityAlpha: Double) -> Double {
    let demand = DemandIntervals(y)
    guard !demand.sizes.isEmpty else { return 0 }
    let occurs = y.map { $0 == 0 ? 0.0 : 1.0 }
    return SimpleSmoothing.level(demand.sizes, alpha: sizeAlpha)
      * SimpleSmoothing.level(occurs, alpha: probabilityAlpha)
  }
}
