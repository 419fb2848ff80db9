/// Openings beside seekers by 小类 of occupations, and the largest gaps between the two (F6).
struct OccupationGaps {
  /// A 小类 with its openings and seekers.
  typealias Ranked = (key: String, value: (demand: Int, seekers: Int))

  /// How many a ranking lists.
  let topCount: Int

  /// Openings and seekers of each 小类; codes above that level take no part.
  static func pairs(demand: [String: Int], seekers: [String: Int]) -> [String: (demand: Int, seekers: Int)] {
    var pairs: [String: (demand: Int, seekers: Int)] = [:]
    for (code, count) in demand {
      if let group = OccupationGaps.group(code) { pairs[group, default: (0, 0)].demand += count }
    }
    for (code, count) in seekers {
      if let group = OccupationGaps.group(code) { pairs[group, default: (0, 0)].seekers += count }
    }
    return pairs
  }

  /// The occupations with the largest gaps, in order.
  ///
  /// - Parameter isShortage: openings above seekers; else below.
  func largest(_ pairs: [String: (demand: Int, seekers: Int)], isShortage: Bool) -> [Ranked] {
    pairs.filter { isShortage ? $0.value.demand > $0.value.seekers : $0.value.demand < $0.value.seekers }
      .sorted {
        (-abs($0.value.demand - $0.value.seekers), $0.key) < (-abs($1.value.demand - $1.value.seekers), $1.key)
      }
      .prefix(topCount).map { $0 }
  }

  /// The 小类 of a code; nil above that level.
  static func group(_ code: String) -> String? {
    let parts = code.split(separator: "-")
    guard parts.count >= 3 else { return nil }
    return parts.prefix(3).joined(separator: "-")
  }
}
