import Domain

/// The bar on every page of an edition: the list of all, the editions before and after, revisions, the catalog, and the
/// other language. What is not there is named, and leads nowhere.
struct EditionBar {
  let bulletin: Bulletin
  let neighbours: EditionNeighbours
  let texts: Texts
  let language: Language

  /// An element an entry.
  var context: [[String: Any]] {
    let list = entry("list", texts(.barList, language), EditionNeighbours.list)
    let catalog = entry("catalog", texts(.barCatalog, language), EditionNeighbours.list + "#catalogs")
    return (neighbours.isListed ? [list] : []) + [
      entry(
        "previous", language.name(of: bulletin.period.previous), neighbours.previous.map(EditionNeighbours.page)),
      entry("current", language.name(of: bulletin.period), nil),
      entry("version", version, PagePart.revisions.path(of: bulletin.regions[0], in: bulletin)),
      entry("next", next, nil),
    ] + (neighbours.isListed ? [catalog] : []) + [translation]
  }

  private var version: String {
    bulletin.revision.map { language.name(ofRevision: $0.number) } ?? texts(.barFirst, language)
  }

  private var next: String {
    let period = bulletin.period.advanced(by: 1)
    let name = language.name(of: period)
    guard let hour = bulletin.calendar.hour(of: period) else {
      return texts.text(TextKey.barNextUnknown, language, ["period": name])
    }
    return texts.text(TextKey.barNext, language, ["period": name, "day": language.date(hour.day)])
  }

  private var translation: [String: Any] {
    let other: Language = language == .zh ? .en : .zh
    return entry(
      "language", texts(.barLanguage, other), neighbours.translation.map(EditionNeighbours.page), in: other)
  }

  private func entry(
    _ kind: String, _ name: String, _ href: String?, in language: Language? = nil
  ) -> [String: Any] {
    EditionBar.entry(kind, name, href, in: language ?? self.language)
  }

  /// An entry of a bar; without `href` it is named and leads nowhere.
  static func entry(_ kind: String, _ name: String, _ href: String?, in language: Language) -> [String: Any] {
    ["kind": kind, "name": name, "href": href ?? false, "is_current": kind == "current", "lang": language.tag]
  }
}
