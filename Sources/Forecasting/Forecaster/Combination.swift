/// Combines the points of several models.
public enum Combination {
  /// The weighted mean a step; the median where the members are more than `limit` times apart.
  ///
  /// - Parameters:
  ///   - members: at least one, of equal length.
  ///   - weights: one a member, with a sum of 1.
  /// - Returns: the points, and whether any step took the median.
  public static func points(
    _ members: [[Double]], weights: [Double], limit: Double = 3
  ) -> (points: [Double], tookMedian: Bool) {
    var tookMedian = false
    let points = (members.first ?? []).indices.map { step in
      let mean = zip(members, weights).reduce(0) { $0 + $1.1 * $1.0[step] }
      let values = members.map { $0[step] }.sorted()
      guard let least = values.first, let most = values.last, isApart(least, most, limit) else { return mean }
      tookMedian = true
      return Median.value(sorted: values)
    }
    return (points, tookMedian)
  }

  /// For values of one sign their ratio; of two signs they are apart whatever their size.
  private static func isApart(_ least: Double, _ most: Double, _ limit: Double) -> Bool {
    if least > 0 { return most > limit * least }
    if most < 0 { return least < limit * most }
    return least < most
  }
}
