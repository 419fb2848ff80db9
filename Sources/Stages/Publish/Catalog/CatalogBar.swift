import Domain

/// The bar on every page of the catalog: the list of all editions, the catalog of the period before, this one and its
/// version, the newest bulletin. The list has that first, so that the link stays true when the next one comes out.
struct CatalogBar {
  let edition: CatalogEdition
  let neighbours: CatalogNeighbours
  let texts: Texts

  /// An element an entry.
  var context: [[String: Any]] {
    let bulletin = CatalogNeighbours.list + "#\(EditionList.newest)"
    return (neighbours.isListed ? [entry("list", texts(.barList, .zh), CatalogNeighbours.list)] : []) + [
      entry("previous", edition.period.previous.nameZh, neighbours.previous),
      entry("current", "\(edition.period.nameZh) \(edition.version)", nil),
    ] + (neighbours.isListed ? [entry("bulletin", texts(.barBulletin, .zh), bulletin)] : [])
  }

  private func entry(_ kind: String, _ name: String, _ href: String?) -> [String: Any] {
    EditionBar.entry(kind, name, href, in: .zh)
  }
}
