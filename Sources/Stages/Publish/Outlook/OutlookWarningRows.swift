import Domain

/// The rows of the warning list.
struct OutlookWarningRows {
  /// Columns of chances that fit beside the evidence.
  private static let mostChances = 4

  let outlook: Outlook
  /// Where the occupations have their charts.
  let groups: [OutlookGroup]
  /// Whose own warnings stand beside those of the city; none on the page of a county.
  let counties: [OutlookRegion]
  /// Of regions, by code.
  let names: [String: Label]
  let wording: OutlookWording

  private var language: Language { wording.language }

  /// Heads of the columns of chances.
  var periods: [[String: Any]] {
    steps.map { ["name": language.shortName(of: outlook.steps[$0]), "year": String(outlook.steps[$0].year)] }
  }

  /// Heads of the columns of counties.
  var heads: [[String: Any]] {
    counties.map { ["name": names[$0.code].map(language.text) ?? $0.code] }
  }

  /// Rows by level, as they follow each other.
  func bands(_ warnings: ArraySlice<OutlookWarning>) -> [[String: Any]] {
    WarningLevel.allCases.reversed().compactMap { level in
      let own = warnings.filter { $0.level == level }
      guard !own.isEmpty else { return nil }
      let columns = 1 + steps.count + counties.count + (outlook.hasSingleOccupations ? 3 : 0)
      return ["level": level.id, "name": wording.name(of: level), "columns": columns, "rows": own.map(row)]
    }
  }

  private func row(_ warning: OutlookWarning) -> [String: Any] {
    let subject = warning.subject
    return [
      "code": subject.occupation, "name": language.text(subject.name),
      "name_lang": language.tagOfName(subject.name),
      "href": groups.lazy.compactMap { $0.link(to: subject.occupation) }.first ?? false,
      "in_counties": counties.map { county in
        ["level": mark(county.warnings.first { $0.subject.occupation == subject.occupation }?.level)]
      },
      "chances": steps.map { chance(subject.chances[$0]) },
      "last": [subject.demand, subject.seekers].map { line in
        line.history.last.map(wording.persons) ?? PrintedCell.text(noHistory)
      },
      "gap": gap(of: warning),
      "is_weak": !wording.weaknesses(of: subject).isEmpty,
    ]
  }

  /// A chance with its own level, as a colour and a letter.
  private func chance(_ chance: Double) -> [String: Any] {
    let level = OutlookRules(chances: outlook.thresholds, leastOpenings: 0).level(chance)
    return ["text": wording.percent(chance), "level": mark(level)]
  }

  /// A level as a colour and a letter.
  private func mark(_ level: WarningLevel?) -> Any {
    level.map { ["id": $0.id, "letter": wording.name(of: $0).prefix(1)] } ?? false
  }

  /// The step that first reaches the highest level.
  static func decisive(_ warning: OutlookWarning, in outlook: Outlook) -> Int {
    warning.reached.last.flatMap { outlook.steps.firstIndex(of: $0.period) } ?? 0
  }

  private func gap(of warning: OutlookWarning) -> [String: Any] {
    let index = OutlookWarningRows.decisive(warning, in: outlook)
    let step = outlook.hasSingleOccupations ? warning.subject.gap.steps[index] : nil
    let hidden = PrintedCell.text(.suppressed)
    return [
      "median": step.map { wording.persons($0.point) } ?? hidden,
      "range": step.map { wording.range($0.low80, $0.high80) } ?? false,
    ]
  }

  private var noHistory: Cell { outlook.hasSingleOccupations ? .unavailable : .suppressed }

  /// The steps whose chances are shown: all of four quarters, every third of twelve months.
  private var steps: [Int] {
    let count = outlook.steps.count
    let every = max(1, (count + OutlookWarningRows.mostChances - 1) / OutlookWarningRows.mostChances)
    return Array(stride(from: every - 1, to: count, by: every))
  }
}
