import Domain
import Tables

/// The pages about the figures: data quality, definitions and revisions.
extension RegionPage {
  var quality: [String: Any] {
    [
      "coverage": coverage, "quality": bulletin.quality.map(quality),
      "coded_files": CodedFileTable(files: bulletin.codedFiles, texts: texts, language: language).context ?? false,
    ]
  }

  /// How many records the figures rest on, of those that came in.
  var coverage: String {
    let (rows, accepted) = bulletin.quality.reduce((0, 0)) { ($0.0 + $1.rows, $0.1 + $1.accepted) }
    let share = rows > 0 ? Double(accepted) / Double(rows) * 100 : 0
    return texts.text(
      NarrativeText.coverage, language,
      [
        "sources": "\(bulletin.quality.count)", "rows": count(rows), "accepted": count(accepted),
        "share": PrintedCell.number(share, 1),
      ])
  }

  var methods: [String: Any] {
    [
      "indicators": bulletin.indicators.map(indicator), "is_coded": !codedNotes.isEmpty,
      "backtest": outlookSection?.backtest as Any? ?? false,
    ]
  }

  var revisions: [String: Any] {
    guard let revision = bulletin.revision else { return ["has_revisions": true] }
    let context = RevisionContext(bulletin: bulletin, revision: revision, texts: texts, language: language).context
    return ["has_revisions": true, "revision": context]
  }

  /// How many occupations were coded from titles; none where all were given.
  var codedNotes: [String] {
    let notes = [(bulletin.coded.postings, NarrativeText.codedPostings), (bulletin.coded.seekers, .codedSeekers)]
      .filter { $0.0.isTold }.map { shares, text in
        let parts = [
          "given": shares.given + shares[.analyst], "high": shares[.high], "medium": shares[.medium],
          "low": shares[.low], "uncoded": shares.uncoded,
        ]
        return texts.text(
          text, language, parts.mapValues(shares.percent).merging(["rows": count(shares.total)]) { own, _ in own })
      }
    return notes.isEmpty ? [] : notes + (bulletin.accuracy.map { [accuracy($0)] } ?? [])
  }

  /// How many of the codes are right, and who says so.
  private func accuracy(_ accuracy: TitleAccuracy) -> String {
    func percent(_ grade: TitleGrade) -> String {
      accuracy.percent[grade].map { "\($0)%" } ?? PrintedCell.notApplicable
    }
    let shares = ["high": percent(.high), "medium": percent(.medium), "low": percent(.low)]
    guard let audit = accuracy.audit else { return texts.text(NarrativeText.codedRight, language, shares) }
    let origin = ["period": language.name(of: audit.period), "titles": count(audit.titles)]
    return texts.text(NarrativeText.codedAudited, language, shares.merging(origin) { own, _ in own })
  }

  private func quality(_ source: SourceQuality) -> [String: Any] {
    return [
      "title": source.title,
      "counts": [
        source.files, source.rows, source.accepted, source.rejected, source.duplicate, source.unchanged,
        source.skipped,
      ].map(count),
      "copies": source.copies.map(count) ?? PrintedCell.notApplicable, "placeless": count(source.placeless),
      "problems": source.problems.map { ["name": $0.name, "rows": count($0.rows)] },
    ]
  }

  private func indicator(_ definition: IndicatorDefinition) -> [String: Any] {
    [
      "id": definition.id, "number": definition.formulaNumber, "name": language.text(definition.name),
      "unit": table.optional(language.text(definition.unit)),
      "direction": definition.direction.map { language.text($0) } ?? false,
      "formula": language.text(definition.formula), "source": language.text(definition.source),
    ]
  }

  private func count(_ value: Int) -> String { PrintedCell.number(Double(value), 0) }
}
