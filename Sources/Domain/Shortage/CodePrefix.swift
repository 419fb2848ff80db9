/// Codes that stand for all below them.
enum CodePrefix {
  /// `6-17` holds `6-17` and `6-17-02-02`, not `6-170`.
  static func holdsOccupation(_ prefix: String, _ code: String) -> Bool {
    code == prefix || code.hasPrefix("\(prefix)-")
  }

  /// `13` holds `13`, `133` and `1331`; a letter holds itself alone.
  static func holdsIndustry(_ prefix: String, _ code: String) -> Bool { code.hasPrefix(prefix) }

  /// The place of the list with the longest prefix that holds `code`; the first of several.
  static func longest(_ lists: [[String]], of code: String, by holds: (String, String) -> Bool) -> Int? {
    var best: (place: Int, length: Int)?
    for (place, list) in lists.enumerated() {
      for prefix in list where holds(prefix, code) && prefix.utf8.count > best?.length ?? 0 {
        best = (place, prefix.utf8.count)
      }
    }
    return best?.place
  }

  /// The place of the list that holds most openings (the first of several), and the part that all lists together hold of
  /// those whose industry is known. An industry counts where the longest code holds it.
  static func most(
    _ lists: [[String]], _ industries: [(code: String, openings: Int)]
  ) -> (place: Int, share: Double)? {
    var sums = [Int](repeating: 0, count: lists.count)
    for (code, openings) in industries {
      if let place = longest(lists, of: code, by: holdsIndustry) { sums[place] += openings }
    }
    guard let most = sums.max(), most > 0, let place = sums.firstIndex(of: most) else { return nil }
    return (place, Double(sums.reduce(0, +)) / Double(industries.reduce(0) { $0 + $1.openings }))
  }
}
