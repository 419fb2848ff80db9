import Documents
import Domain
import Tables

/// One page of a region: its message, or what stands behind it. What the template `bulletin` gets for it.
struct RegionPage {
  let bulletin: Bulletin
  let region: RegionReport
  let part: PagePart
  let templates: TemplateSet
  let language: Language
  let neighbours: EditionNeighbours

  /// The pages of all regions.
  static func all(
    of bulletin: Bulletin, templates: TemplateSet, language: Language, beside neighbours: EditionNeighbours
  ) -> [RegionPage] {
    bulletin.regions.flatMap { region in
      PagePart.all(of: region, in: bulletin).map {
        RegionPage(
          bulletin: bulletin, region: region, part: $0, templates: templates, language: language,
          neighbours: neighbours)
      }
    }
  }

  var path: String { part.path(of: region, in: bulletin) }
  var texts: Texts { templates.texts }
  var table: TableContext {
    TableContext(texts: texts, language: language, region: region.code, revision: bulletin.revision)
  }
  var isCity: Bool { bulletin.isCity(region) }

  var context: [String: Any] { frame.merging(body) { _, own in own } }

  /// What stands on every page, and nothing of what stands on one.
  private var frame: [String: Any] {
    let city = bulletin.regions[0]
    return [
      "lang": language.tag, "style": templates.style, "script": templates.script, "foot": foot.context,
      "text": texts.all(language),
      "workbook": EditionName(bulletin, language).workbook,
      "title": language.text(bulletin.title), "publisher": language.text(bulletin.publisher),
      "bar": EditionBar(bulletin: bulletin, neighbours: neighbours, texts: texts, language: language).context,
      "period": language.name(of: bulletin.period), "data_until": language.date(bulletin.dataUntil),
      "released": bulletin.releasedOn.map {
        texts.text(TextKey.releasedOn, language, ["day": language.date($0)])
      } ?? false,
      "notice": EditionNotice.text(bulletin, texts, language) ?? false,
      "revision": bulletin.revision.map { ["name": language.name(ofRevision: $0.number)] } ?? false,
      "region": language.text(region.name), "is_city": isCity,
      "part": part == .message ? false : part.name(in: region, texts, language) as Any,
      "methods_page": PagePart.methods.path(of: city, in: bulletin),
      "revisions_page": PagePart.revisions.path(of: city, in: bulletin),
      "pages": bulletin.regions.map(link), "parts": parts, "summary": false, "sections": [[String: Any]](),
      "behind": [[String: Any]](), "has_behind": false, "outlook": false, "has_quality": false, "has_methods": false,
      "has_revisions": false, "has_downloads": false,
    ]
  }

  private var foot: PageFoot {
    let place = isCity ? [] : [language.text(region.name)]
    return PageFoot(
      ([language.text(bulletin.title), language.name(of: bulletin.period)] + place).joined(separator: " · "))
  }

  private var body: [String: Any] {
    switch part {
    case .message: message
    case .tables: ["sections": sections]
    case .declared(let family):
      ["sections": DeclaredSection(region: region, period: bulletin.period, family: family, table: table).context]
    case .quality: quality.merging(["has_quality": true]) { _, own in own }
    case .methods: methods.merging(["has_methods": true]) { _, own in own }
    case .revisions: revisions
    case .downloads:
      [
        "has_downloads": true, "pictures": pictures ?? false, "archive": EditionName(bulletin, language).archive,
        "guide": FieldGuide.path(language),
        "downloads": EditionTables(bulletin, texts, language).titles.map { ["path": $0.path, "title": $0.title] },
      ]
    }
  }

  /// The files of the edition's charts; nil where it has none.
  private var pictures: [String: Any]? {
    let pages = RegionPage.all(of: bulletin, templates: templates, language: language, beside: neighbours)
    let files = pages.flatMap(\.pageCharts).map { ["path": $0.path, "title": $0.title] }
    return files.isEmpty ? nil : ["files": files]
  }

  private var message: [String: Any] {
    let trend = charts.trend().map(\.context)
    let occupations = bulletin.layouts.first(.occupations).flatMap { layout in
      region.tables.first { $0.id == layout.id }
    }
    let words = TablesInWords(bulletin)
    let summary: [String: Any] = [
      "headline": region.headline.map(language.text) as Any? ?? false,
      "narrative": region.narrative.map(language.text),
      "scarcest": scarcest ?? false,
      "placeless": placeless ?? false, "figures": region.keyFigures.map(figure),
      "has_meanings": region.keyFigures.contains { $0.qoqMeaning != nil || $0.yoyMeaning != nil },
      "trend": trend.isEmpty ? false : ["charts": trend, "points": region.trend.map(point)] as [String: Any],
      "counties": isCity && bulletin.regions.count > 1 ? CountyComparison(bulletin, texts, language).context : false,
      "occupations": occupations.map { [table($0, inWords: words.sentence($0, of: region.code), isShort: true)] } ?? [],
    ]
    return ["summary": summary, "outlook": outlook ?? false, "behind": behind, "has_behind": true]
  }

  private var scarcest: [String: Any]? {
    ScarcestOccupations(region, bulletin.layouts, texts, language)?.context(
      tables: PagePart.tables.path(of: region, in: bulletin))
  }

  private var charts: RegionCharts {
    RegionCharts(region: region, layouts: bulletin.layouts, texts: texts, language: language)
  }

  /// The classic tables.
  private var sections: [[String: Any]] {
    let words = TablesInWords(bulletin)
    return BulletinSection.all.compactMap { section in
      let tables = section.tables(of: region, in: bulletin)
      guard !tables.isEmpty else { return nil }
      return [
        "id": section.id.rawValue, "title": texts(section.title, language),
        "said": region.sections[section.id].map { ["sentences": $0.map(language.text)] } ?? false,
        "charts": charts.charts(of: section.id).map(\.context),
        "tables": tables.map { table($0, inWords: words.sentence($0, of: region.code)) },
        "coded": section.id == .occupation ? codedNotes : [String](),
      ]
    }
  }

  /// What the message leads to, with its tables by name.
  private var behind: [[String: Any]] {
    PagePart.all(of: region, in: bulletin).dropFirst().map { part in
      [
        "href": part.path(of: region, in: bulletin), "name": part.name(in: region, texts, language),
        "lines": lines(of: part),
      ]
    }
  }

  /// Above this share of openings of unknown place the first page says so.
  private static let toldShare = 0.05

  private var placeless: String? {
    guard isCity, bulletin.placeless > RegionPage.toldShare else { return nil }
    let share = PrintedCell.number(bulletin.placeless * 100, 1) + "%"
    return texts.text(NarrativeText.placeless, language, ["share": share])
  }

  /// The charts on the page.
  var pageCharts: [PageChart] {
    switch part {
    case .message: charts.trend() + outlookCharts
    case .tables: BulletinSection.all.flatMap { charts.charts(of: $0.id) }
    default: []
    }
  }

  /// The section on forecasts; nil where the bulletin has none for the region.
  private var outlook: [String: Any]? {
    outlookSection?.context.merging(["charts": outlookCharts.map(\.context)]) { own, _ in own }
  }

  private var outlookCharts: [PageChart] {
    guard let section = outlookSection, let last = section.outlook.steps.last else { return [] }
    let finding = ChartFinding(region: region, texts: texts)
    return section.charts.map { name, measure, line, chart in
      let caption =
        finding.outlook(line, named: Label(measure), to: last, isGap: name == "gap").map(language.text)
        ?? texts.text(TextKey.outlookChart, language, ["name": measure])
      return PageChart(
        chart: chart, name: "outlook-\(name)", caption: caption, region: region, texts: texts, language: language)
    }
  }

  var outlookSection: OutlookSection? {
    guard let outlook = bulletin.outlook, let own = outlook.regions.first(where: { $0.code == region.code }) else {
      return nil
    }
    let wording = OutlookWording(texts: texts, language: language)
    return OutlookSection(
      outlook: outlook, region: own,
      names: Dictionary(bulletin.regions.map { ($0.code, $0.name) }) { first, _ in first }, wording: wording)
  }

  /// The sentences of declared tables; where there is none, what tables there are, in a line. Never empty.
  private func lines(of part: PagePart) -> [String] {
    if let about = part.about(texts, language) { return part == .quality ? [coverage, about] : [about] }
    var own: [Label] = []
    if case .declared(let family) = part {
      own = region.declared(of: family).flatMap { $0.sentences(in: bulletin.period, texts) }
    }
    let tables = part.tables(of: region, in: bulletin)
    let titles = tables.map { "\($0.number) \(language.text($0.table.title))" }
    let lines = own.isEmpty ? [titles.joined(separator: texts(.listGap, language))] : own.map(language.text)
    return part == .tables && isCity ? lines + elsewhere : lines
  }

  /// Which tables of longer periods other editions have, a sentence for each period.
  private var elsewhere: [String] {
    Dictionary(grouping: bulletin.elsewhere, by: \.period).sorted { $1.key.lastDay < $0.key.lastDay }.map {
      period, own in
      let tables = own.map { language.text($0.title) }.joined(separator: texts(.listGap, language))
      return texts.text(NarrativeText.elsewhere, language, ["period": language.name(of: period), "tables": tables])
    }
  }

  /// The same page of another region, else its message.
  private func link(_ other: RegionReport) -> [String: Any] {
    let same = PagePart.all(of: other, in: bulletin).contains(part) ? part : .message
    return [
      "name": language.text(other.name), "href": same.path(of: other, in: bulletin),
      "is_current": other.code == region.code,
    ]
  }

  private var parts: [[String: Any]] {
    PagePart.all(of: region, in: bulletin).map {
      [
        "name": $0.name(in: region, texts, language), "href": $0.path(of: region, in: bulletin),
        "is_current": $0 == part,
      ]
    }
  }

  private func figure(_ figure: KeyFigure) -> [String: Any] {
    let isDefined = bulletin.indicators.contains { $0.id == figure.id }
    return [
      "label": language.text(figure.label), "unit": table.optional(language.text(figure.unit)),
      "value": PrintedCell.text(figure.value.cell), "definition": isDefined ? figure.id : false,
      "qoq": change(figure.qoq, figure), "yoy": change(figure.yoy, figure),
      "qoq_meaning": meaning(figure.qoqMeaning), "yoy_meaning": meaning(figure.yoyMeaning),
      "sparkline": charts.sparkline(of: figure),
    ]
  }

  private func meaning(_ word: Label?) -> Any { word.map(language.text) ?? false }

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
      "ratio": PrintedCell.text(point.ratio.cell), "fill_rate": PrintedCell.text(point.fillRate.cell),
    ]
  }
}
