import Domain

/// What the template `catalog` gets.
struct CatalogPage {
  static let path = "index.html"

  let catalog: Catalog
  let rules: ShortageRules
  let templates: TemplateSet
  let neighbours: CatalogNeighbours
  /// Paths and titles of the tables.
  let downloads: [(path: String, title: String)]

  private var isDraft: Bool { catalog.edition.kind == .draft }
  private var texts: Texts { templates.texts }
  private var rows: CatalogRows { CatalogRows(catalog: catalog, texts: templates.texts) }

  var context: [String: Any] {
    let review = CatalogReview(catalog, texts)
    let hasUnassessed = catalog.audience == nil && !catalog.unassessed.isEmpty
    let own: [String: Any] = [
      "script": templates.script, "is_draft": isDraft, "has_counts": catalog.audience != .everybody,
      "message": message, "headline": CatalogPage.headline(catalog, texts), "has_entries": !catalog.entries.isEmpty,
      "unconfirmed": names(catalog.unconfirmed), "doubtful": names(catalog.doubtful),
      "has_outside": !catalog.outside.isEmpty, "has_ranking": !catalog.ranking.isEmpty,
      "outside": catalog.outside.isEmpty ? false : rows.short(catalog.outside, id: "outside", hasRanks: false),
      "ranking": catalog.ranking.isEmpty
        ? false : rows.short(catalog.ranking, id: "ranking", hasRanks: catalog.previous != nil),
      "previous": catalog.previous.map { ["name": $0.name, "summary": changeSummary] } ?? false,
      "has_changes": !catalog.changes.isEmpty, "changes": catalog.changes.map(change),
      "review": isDraft ? review.context : false,
      // Those that cannot be assessed have nothing but small numbers: they stand in drafts alone.
      "has_unassessed": hasUnassessed, "unassessed_count": CatalogWording.count(catalog.unassessed.count),
      "unassessed": hasUnassessed ? catalog.unassessed.map(unassessed) : [],
      "scale": ShortageLevel.allCases.filter { $0 != .none }.reversed().map { level in
        ["level": level.id, "name": level.name, "least": CatalogWording.plain(rules.levels[level])]
      },
      "indicator_names": texts.list(ShortageIndicator.allCases.map(texts.name)),
      "methods": CatalogMethodsPage.path, "archive": CatalogPublisher.archive(of: catalog),
      "workbook": catalog.edition.workbook, "guide": FieldGuide.path(.zh),
      "downloads": downloads.map { ["path": $0.path, "title": $0.title] },
    ]
    return CatalogPage.head(catalog, templates, neighbours).merging(own) { first, _ in first }.merging(rows.table) {
      first, _ in
      first
    }
  }

  /// What every page of an edition begins with.
  static func head(
    _ catalog: Catalog, _ templates: TemplateSet, _ neighbours: CatalogNeighbours
  ) -> [String: Any] {
    let notice: Any = notice(catalog, templates.texts) ?? false
    return [
      "lang": Language.zh.tag, "style": templates.style,
      "foot": PageFoot("\(catalog.title) · \(catalog.edition.name)").context, "text": templates.texts.all(.zh),
      "bar": CatalogBar(edition: catalog.edition, neighbours: neighbours, texts: templates.texts).context,
      "title": catalog.title, "publisher": catalog.publisher,
      "edition": catalog.edition.name, "period": catalog.edition.period.nameZh,
      "date": catalog.edition.date.map { Language.zh.date($0) } ?? false, "window": window(catalog, templates.texts),
      "data_until": Language.zh.date(catalog.dataUntil), "notice": notice,
    ]
  }

  /// Short occupations that are not listed, by code and name; `false` for none.
  private func names(_ entries: [CatalogEntry]) -> Any {
    entries.isEmpty ? false : texts.list(entries.map { "\($0.unit.occupation) \($0.unit.name)" })
  }

  /// What the head of every page says of who may read it; nil for everybody.
  private static func notice(_ catalog: Catalog, _ texts: Texts) -> String? {
    switch catalog.audience {
    case nil: texts(.catalogNoticeDraft) + texts(.notice, .zh)
    case .bureau: texts(.noticeInternal, .zh)
    case .everybody: nil
    }
  }

  /// 「2025年第四季度至2026年第三季度」
  static func window(_ catalog: Catalog, _ texts: Texts) -> String {
    let window = catalog.report.window
    return texts(.window, ["first": window.first?.nameZh ?? "", "last": window.last?.nameZh ?? ""])
  }

  /// The heading: how many are listed, and which of them are scarcest; three by name.
  private var message: String {
    guard !catalog.entries.isEmpty else { return texts(.messageNone) }
    let listed = "\(catalog.entries.count)"
    let heavy = catalog.entries.filter { $0.level == .heavy }.map(\.unit.name)
    guard !heavy.isEmpty else { return texts(.messagePlain, ["listed": listed]) }
    let names = texts.list(Array(heavy.prefix(3)))
    return texts(
      .message,
      [
        "listed": listed, "count": "\(heavy.count)",
        "names": heavy.count > 3 ? texts(.andOthers, ["names": names]) : names,
      ])
  }

  /// The first sentence: how many entries of which level.
  static func headline(_ catalog: Catalog, _ texts: Texts) -> String {
    let counts = ShortageLevel.allCases.filter { $0 != .none }.reversed().map { level in
      texts(.catalogCounted, ["name": level.name, "count": "\(catalog.entries.count { $0.level == level })"])
    }
    return texts(
      .headline,
      [
        "assessed": "\(catalog.report.units.count - catalog.unassessed.count)", "listed": "\(catalog.entries.count)",
        "levels": texts.list(counts), "ranking": "\(catalog.ranking.count)",
        "unassessed": "\(catalog.unassessed.count)",
      ])
  }

  private var changeSummary: String {
    guard !catalog.changes.isEmpty else { return texts(.catalogNoChanges) }
    let counts = CatalogChange.Kind.allCases.map { kind in
      texts(
        .catalogCounted, ["name": texts.name(kind), "count": "\(catalog.changes.count { $0.kind == kind })"])
    }
    return texts(.catalogChanges, ["changes": texts.list(counts)])
  }

  private func change(_ change: CatalogChange) -> [String: Any] {
    let moved = change.moved.map { move -> String in
      let (from, to) = (move.from.map(String.init) ?? texts(.none), move.to.map(String.init) ?? texts(.none))
      return "\(move.indicator.rawValue) \(texts.name(move.indicator)) \(from)→\(to)"
    }
    let sight = catalog.sight(change.occupation)
    return [
      "name": change.name, "code": change.occupation, "kind": texts.name(change.kind), "from": change.from.name,
      "to": change.to.name, "moved": sight(.points, texts.list(moved, .semicolon)),
      "experts": change.isByExperts ? texts(.yes) : "",
    ]
  }

  private func unassessed(_ unit: ShortageUnit) -> [String: Any] {
    [
      "name": unit.name, "code": unit.occupation, "openings": CatalogWording.count(unit.figures.openings),
      "employers": CatalogWording.count(unit.figures.employers), "members": unit.members.joined(separator: " "),
    ]
  }
}
