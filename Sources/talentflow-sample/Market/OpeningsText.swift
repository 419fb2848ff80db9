/// Number of openings as a posting words it.
enum OpeningsText {
  private static let usual: [(Int, Double)] = [
    (1, 41.0), (2, 29), (3, 14), (4, 4), (5, 7), (6, 1.8), (8, 1), (10, 1.6), (15, 0.3), (20, 0.2),
  ]
  private static let crews: [(Int, Double)] = [
    (1, 26.0), (2, 29), (3, 18), (5, 14), (6, 3), (8, 3), (10, 5), (15, 0.8), (20, 0.8), (30, 0.3), (50, 0.1),
  ]
  private static let (usualMix, crewsMix) = (Mix(usual), Mix(crews))

  /// Openings a posting, on average; those without a number left aside.
  static func mean(_ kind: JobKind) -> Double {
    let weighted = kind == .labour ? crews : usual
    return weighted.reduce(0) { $0 + Double($1.0) * $1.1 } / weighted.reduce(0) { $0 + $1.1 }
  }

  static func make(_ kind: JobKind, _ random: inout SampleRandom) -> (text: String, count: Int) {
    let count = (kind == .labour ? crewsMix : usualMix).draw(&random)
    let style = random.unit()
    // An unspecified number counts as one opening.
    if style < 0.02 { return ("若干", 1) }
    return (style < 0.1 ? "招\(count)人" : "\(count)", count)
  }
}
