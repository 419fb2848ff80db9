/// Ratios of openings to seekers.
enum Ratio {
  /// Seekers without an intended occupation are shared out by openings (F3).
  static func sharingSeekers(
    _ demand: Double, _ seekers: Double, unassigned: Double, demandTotal: Double
  ) -> Double? {
    let shared = demandTotal == 0 ? 0 : unassigned * demand / demandTotal
    return seekers + shared == 0 ? nil : Figure.rounded(demand / (seekers + shared))
  }
}
