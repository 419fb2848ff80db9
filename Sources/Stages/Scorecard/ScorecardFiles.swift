import Domain

/// A scorecard for other programs: a line a figure as CSV, and the same as JSON.
struct ScorecardFiles {
  static let csv = "scorecard.csv"
  static let json = "scorecard.json"

  let words: ScorecardWords

  private var card: Scorecard { words.card }

  var csvBytes: [UInt8] {
    CSVText.bytes([ScoreText.heads.map { words.texts($0) }] + card.rows.flatMap(lines))
  }

  private func lines(_ row: Scorecard.Row) -> [[String]] {
    let current = row.current(card.period)
    func told(_ part: (Scorecard.Report) -> String) -> String {
      current.map(part).filter { !$0.isEmpty }.joined(separator: "；")
    }
    let head = [
      "\(row.item.number)", row.item.name, row.item.sections.joined(separator: "、"), row.item.coverage.rawValue,
      words.name(row.verdict.light), words.reasons(row).joined(separator: "；"), told(\.state), told(\.progress),
      told(\.problem), told(\.next), words.target(row),
    ]
    let gaps = words.gaps(row).joined(separator: "；")
    guard !row.figures.isEmpty else {
      return [head + [words.texts(.noFigure)] + [String](repeating: "", count: 7) + [gaps]]
    }
    return row.figures.map { figure in
      head + [
        figure.name, "\(figure.points.last?.period ?? card.period)", figure.isGuarded ? "" : figure.unit,
        words.csv(figure, figure.points.last), words.csv(figure, figure.before), words.csv(figure, figure.yearBefore),
        figure.points.map { "\($0.period)=\(words.csv(figure, $0))" }.joined(separator: " "), figure.id, gaps,
      ]
    }
  }

  // MARK: JSON

  private struct Document: Encodable {
    let period: String
    let measures: [Measure]
  }

  private struct Measure: Encodable {
    let measure: Int
    let name: String
    let sections: [String]
    let data: String
    let light: String
    let reasons: [String]
    let ledger: [Ledger]
    let figures: [Figure]
    let gaps: [String]
  }

  private struct Ledger: Encodable {
    let section: String
    let state: String
    let progress: String
    let problem: String
    let next: String
  }

  private struct Figure: Encodable {
    let definition: String
    /// A cell of a table, or the checks whose leads are counted.
    let cell: String
    let name: String
    let unit: String
    let period: String
    /// As CSVs have it: digits, or a mark.
    let value: String
    let periods: [String: String]
  }

  /// - Throws: never for what a scorecard holds.
  func jsonBytes() throws -> [UInt8] {
    let measures = card.rows.map { row in
      Measure(
        measure: row.item.number, name: row.item.name, sections: row.item.sections, data: row.item.coverage.rawValue,
        light: row.verdict.light.rawValue, reasons: words.reasons(row),
        ledger: row.current(card.period).map {
          Ledger(section: $0.section, state: $0.state, progress: $0.progress, problem: $0.problem, next: $0.next)
        },
        figures: row.figures.map { figure in
          Figure(
            definition: figure.id, cell: figure.cell, name: figure.name, unit: figure.isGuarded ? "" : figure.unit,
            period: "\(figure.points.last?.period ?? card.period)", value: words.csv(figure, figure.points.last),
            periods: Dictionary(uniqueKeysWithValues: figure.points.map { ("\($0.period)", words.csv(figure, $0)) }))
        }, gaps: words.gaps(row))
    }
    return try JSONText.bytes(of: Document(period: "\(card.period)", measures: measures))
  }
}
