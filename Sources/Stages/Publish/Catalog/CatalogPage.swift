import Domain

/// What the template `catalog` gets.
struct CatalogPage {
  static let path = "index.html"

  let catalog: Catalog
  let rules: ShortageRules
  let templates: TemplateSet
  /// Paths and titles of the tables.
  let downloads: [(path: String, title: String)]

  private var isDraft: Bool { catalog.edition.kind == .draft }
  private var rows: CatalogRows { CatalogRows(catalog: catalog, texts: templates.texts) }

  var context: [String: Any] {
    let review = CatalogReview(catalog)
    return [
      "lang": Language.zh.tag, "style": templates.style, "script": templates.script, "title": catalog.title,
      "publisher": catalog.publisher, "edition": catalog.edition.name, "period": catalog.edition.period.nameZh,
      "date": catalog.edition.date.map { Language.zh.date($0) } ?? false, "is_draft": isDraft,
      "window": CatalogPage.window(catalog), "data_until": Language.zh.date(catalog.dataUntil),
      "headline": CatalogPage.headline(catalog), "has_entries": !catalog.entries.isEmpty, "groups": rows.groups,
      "unconfirmed": catalog.unconfirmed.isEmpty
        ? false : catalog.unconfirmed.map { "\($0.unit.occupation) \($0.unit.name)" }.joined(separator: "、"),
      "has_outside": !catalog.outside.isEmpty, "has_ranking": !catalog.ranking.isEmpty,
      "outside": catalog.outside.isEmpty
        ? false : rows.short(catalog.outside, id: "outside-table", name: "其他产业的紧缺人才", hasRanks: false),
      "ranking": catalog.ranking.isEmpty
        ? false : rows.short(catalog.ranking, id: "ranking-table", name: "缺工排行", hasRanks: catalog.previous != nil),
      "previous": catalog.previous.map { ["name": $0.name, "summary": changeSummary] } ?? false,
      "has_changes": !catalog.changes.isEmpty, "changes": catalog.changes.map(change),
      "review": isDraft ? review.context : false,
      "unassessed_count": CatalogWording.count(catalog.unassessed.count),
      "unassessed": catalog.unassessed.map(unassessed),
      "archive": CatalogPublisher.archive(of: catalog),
      "downloads": downloads.map { ["path": $0.path, "title": $0.title] },
      "indicators": ShortageIndicator.allCases.map { indicator in
        [
          "id": indicator.rawValue, "name": indicator.name,
          "about": ScoringWords(rules, catalog.report).about(indicator),
        ]
      },
      "base": ScoringWords(rules, catalog.report).baseSentence,
    ].merging(sight) { first, _ in first }.merging(FirmnessTables(catalog.report).context) { first, _ in first }
  }

  /// What depends on who may read it.
  private var sight: [String: Any] {
    // Those that cannot be assessed have nothing but small numbers.
    let hasUnassessed = catalog.audience == nil && !catalog.unassessed.isEmpty
    let notice: Any = CatalogPage.notice(catalog, templates.texts) ?? false
    return ["notice": notice, "has_counts": catalog.audience != .everybody, "has_unassessed": hasUnassessed]
  }

  /// What the head of every page says of who may read it; nil for everybody.
  static func notice(_ catalog: Catalog, _ texts: Texts) -> String? {
    switch catalog.audience {
    case nil: "草案，供专家审议，不得引用。\(texts(.notice, .zh))"
    case .bureau: texts(.noticeInternal, .zh)
    case .everybody: nil
    }
  }

  /// 「2025年第四季度至2026年第三季度」
  static func window(_ catalog: Catalog) -> String {
    "\(catalog.report.window.first?.nameZh ?? "")至\(catalog.report.window.last?.nameZh ?? "")"
  }

  /// The first sentence: how many entries of which level.
  static func headline(_ catalog: Catalog) -> String {
    let counts = ShortageLevel.allCases.filter { $0 != .none }.reversed().map { level in
      "\(level.name) \(catalog.entries.count { $0.level == level }) 个"
    }
    return "共评估 \(catalog.report.units.count - catalog.unassessed.count) 个职业，列入目录 \(catalog.entries.count) 个："
      + "\(counts.joined(separator: "、"))；缺工排行 \(catalog.ranking.count) 个，无法评估 \(catalog.unassessed.count) 个。"
  }

  private var changeSummary: String {
    guard !catalog.changes.isEmpty else { return "没有变化。" }
    return CatalogChange.Kind.allCases.map { kind in "\(kind.name) \(catalog.changes.count { $0.kind == kind }) 个" }
      .joined(separator: "、") + "。"
  }

  private func change(_ change: CatalogChange) -> [String: Any] {
    let moved = change.moved.map { move in
      "\(move.indicator.rawValue) \(move.indicator.name) \(move.from.map(String.init) ?? "无")→\(move.to.map(String.init) ?? "无")"
    }
    let sight = catalog.sight(change.occupation)
    return [
      "name": change.name, "code": change.occupation, "kind": change.kind.name, "from": change.from.name,
      "to": change.to.name, "moved": sight(.points, moved.joined(separator: "；")),
      "experts": change.isByExperts ? "是" : "",
    ]
  }

  private func unassessed(_ unit: ShortageUnit) -> [String: Any] {
    [
      "name": unit.name, "code": unit.occupation, "openings": CatalogWording.count(unit.figures.openings),
      "employers": CatalogWording.count(unit.figures.employers), "members": unit.members.joined(separator: " "),
    ]
  }
}
