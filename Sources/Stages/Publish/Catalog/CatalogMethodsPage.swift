import Domain

/// What the template `catalog-methods` gets: how an index comes about, and how firm the levels are.
struct CatalogMethodsPage {
  static let path = "methods.html"

  let catalog: Catalog
  let rules: ShortageRules
  let templates: TemplateSet
  let neighbours: CatalogNeighbours

  var context: [String: Any] {
    let words = ScoringWords(rules, catalog.report, templates.texts)
    let own: [String: Any] = [
      "is_draft": catalog.edition.kind == .draft, "base": words.baseSentence,
      "indicators": ShortageIndicator.allCases.map { indicator in
        ["id": indicator.rawValue, "name": templates.texts.name(indicator), "about": words.about(indicator)]
      },
    ]
    return CatalogPage.head(catalog, templates, neighbours).merging(own) { first, _ in first }
      .merging(FirmnessTables(catalog.report, templates.texts).context) { first, _ in first }
  }
}
