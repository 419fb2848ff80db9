/// Finds what a misspelt key may have been meant to be.
public enum Spelling {
  /// The word at the smallest edit distance, where that is at most two fifths of its length (1 is always allowed).
  public static func nearest(_ word: String, in words: [String]) -> String? {
    // What is far too long is no slip of the finger, and comparing it takes long.
    guard word.utf8.count <= 200 else { return nil }
    let best = words.map { ($0, distance(Array(word), Array($0))) }.min { $0.1 < $1.1 }
    guard let (candidate, distance) = best, distance <= max(candidate.count * 2 / 5, 1) else { return nil }
    return candidate
  }

  /// Levenshtein's distance.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (a == b ? 0 : 1))
        diagonal = above
      }
    }
    return row[right.count]
  }
}
