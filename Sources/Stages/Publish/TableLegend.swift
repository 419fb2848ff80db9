import Domain

/// What the signs of a table mean: of those that stand in it, and no other.
enum TableLegend {
  /// - Parameter cells: as the page prints them.
  /// - Returns: nil where there is nothing to explain.
  static func text(_ cells: [String], _ texts: Texts, _ language: Language) -> String? {
    let signs: [(TextKey, Bool)] = [
      (.legendSuppressed, cells.contains(Cell.suppressed.csv)),
      (.legendUnavailable, cells.contains(PrintedCell.text(.unavailable))),
      (.legendNotApplicable, cells.contains(PrintedCell.notApplicable)),
      (.legendSigned, cells.contains { $0.hasPrefix("+") || $0.hasPrefix("−") }),
      (.legendLow, cells.contains(Cell.tooFew.csv)),
    ]
    let told = signs.filter(\.1).map { texts($0.0, language) }
    return told.isEmpty
      ? nil
      : texts(.legend, language) + told.joined(separator: texts(.legendGap, language))
        + texts(.legendEnd, language)
  }
}
