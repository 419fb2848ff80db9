/// What is built in as short or in surplus over the last four quarters: see `Tightness`.
enum ShortageTruth {
  static let measures = ["occupation", "tightness", "built_in"]

  /// In the order of the codes.
  static func rows() -> [[String]] {
    JobProfile.all.sorted { $0.occupation < $1.occupation }.map { profile in
      let tightness = Quarter.all.suffix(4).reduce(0) { $0 + Tightness.of(profile, quarter: $1.index) } / 4
      return [profile.occupation, Figure.two(tightness), state(Figure.rounded(tightness))]
    }
  }

  /// - Parameter tightness: with the two decimals that are written.
  private static func state(_ tightness: Double) -> String {
    if tightness >= Tightness.short { return "short" }
    return tightness <= Figure.rounded(Tightness.surplus) ? "surplus" : "balanced"
  }
}
