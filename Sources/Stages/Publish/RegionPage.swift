import Documents
import Domain
import Tables

/// What the template `bulletin` gets for one region.
struct RegionPage {
  let bulletin: Bulletin
  let region: RegionReport
  let templates: TemplateSet
  let language: Language

  /// The city has `index.html`, a county `450602.html`.
  static func fileName(_ region: RegionReport, in bulletin: Bulletin) -> String {
    region.code == bulletin.regions.first?.code ? "index.html" : "\(region.code).html"
  }

  private var texts: Texts { templates.texts }
  private var table: TableContext {
    TableContext(texts: texts, language: language, region: region.code, revision: bulletin.revision)
  }
  private var isCity: Bool { region.code == bulletin.regions.first?.code }

  var context: [String: Any] {
    let words = TablesInWords(bulletin)
    let charts = RegionCharts(region: region, layouts: bulletin.layouts, texts: texts, language: language)
    let sections = BulletinSection.all.compactMap { section -> [String: Any]? in
      let tables = section.tables(of: region, in: bulletin)
      guard !tables.isEmpty else { return nil }
      return [
        "id": section.id.rawValue, "title": texts(section.title, language), "charts": charts.charts(of: section.id),
        "tables": tables.map { table($0, inWords: words.sentence($0, of: region.code)) },
        "coded": section.id == .occupation ? codedNotes : [String](),
      ]
    }
    let declared = DeclaredSection(region: region, table: table).context.map { [$0] } ?? []
    let trend = charts.trend()
    return [
      "lang": language.tag, "style": templates.style, "text": texts.all(language),
      "title": language.text(bulletin.title), "publisher": language.text(bulletin.publisher),
      "period": language.name(of: bulletin.period), "data_until": language.date(bulletin.dataUntil),
      "notice": EditionNotice.text(bulletin, texts, language) ?? false,
      "revision": bulletin.revision.map {
        RevisionContext(bulletin: bulletin, revision: $0, texts: texts, language: language).context
      } ?? false,
      "region": language.text(region.name), "is_city": isCity, "home": isCity ? "" : "index.html",
      "pages": bulletin.regions.map(link), "sections": sections + declared,
      "narrative": (region.narrative + region.declared.flatMap(\.sentences)).map(language.text),
      "placeless": placeless ?? false, "is_coded": !codedNotes.isEmpty,
      "figures": region.keyFigures.map(figure),
      "outlook": outlook ?? false,
      "trend": trend.isEmpty ? false : ["charts": trend, "points": region.trend.map(point)] as [String: Any],
      "quality": bulletin.quality.map(quality),
      "coded_files": CodedFileTable(files: bulletin.codedFiles, texts: texts, language: language).context ?? false,
      "indicators": bulletin.indicators.map(indicator),
      "downloads": EditionTables(bulletin, texts, language).titles.map { ["path": $0.path, "title": $0.title] },
      "archive": EditionName(bulletin, language).archive,
    ]
  }

  /// How many occupations were coded from titles; none where all were given.
  private var codedNotes: [String] {
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

  /// Above this share of openings of unknown place the first page says so.
  private static let toldShare = 0.05

  private var placeless: String? {
    guard isCity, bulletin.placeless > RegionPage.toldShare else { return nil }
    let share = PrintedCell.number(bulletin.placeless * 100, 1) + "%"
    return texts.text(NarrativeText.placeless, language, ["share": share])
  }

  /// The section on forecasts; nil where the bulletin has none for the region.
  private var outlook: [String: Any]? {
    guard let outlook = bulletin.outlook, let own = outlook.regions.first(where: { $0.code == region.code }) else {
      return nil
    }
    let wording = OutlookWording(texts: texts, language: language)
    return OutlookSection(outlook: outlook, region: own, wording: wording).context
  }

  private func link(_ other: RegionReport) -> [String: Any] {
    [
      "name": language.text(other.name), "href": RegionPage.fileName(other, in: bulletin),
      "is_current": other.code == region.code,
    ]
  }

  private func figure(_ figure: KeyFigure) -> [String: Any] {
    let isDefined = bulletin.indicators.contains { $0.id == figure.id }
    return [
      "label": language.text(figure.label), "unit": table.optional(language.text(figure.unit)),
      "value": PrintedCell.text(figure.value.cell), "definition": isDefined ? figure.id : false,
      "qoq": change(figure.qoq, figure), "yoy": change(figure.yoy, figure),
    ]
  }

  private func change(_ cell: ProtectedCell, _ figure: KeyFigure) -> String {
    let text = PrintedCell.text(cell.cell, isSigned: true)
    guard cell.value != nil else { return text }
    let unit = language.text(figure.changeUnit)
    return unit == "%" || unit.isEmpty ? text + unit : "\(text) \(unit)"
  }

  private func point(_ point: TrendPoint) -> [String: Any] {
    return [
      "period": language.name(of: point.period), "demand": PrintedCell.text(point.demand.cell),
      "seekers": PrintedCell.text(point.seekers.cell),
      "ratio": PrintedCell.text(point.ratio.cell),
    ]
  }

  private func count(_ value: Int) -> String { PrintedCell.number(Double(value), 0) }

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
}
