import Domain

/// What stands beside an edition of the catalog that its bar may lead to: as with bulletins, only what was there before it.
/// A draft lies apart and leads nowhere.
struct CatalogNeighbours: Sendable {
  /// Where the list of all editions is, seen from a page of a final edition.
  static let list = "../../../\(EditionList.name)"
  /// What the path of every file of another edition begins with.
  private static let beside = "../../"

  /// True where a list of all editions stands above the edition.
  var isListed = false
  /// The first page of the newest final edition of the period before.
  var previous: String?

  /// - Parameter root: folder of the editions.
  static func of(_ catalog: Catalog, in root: String) throws -> CatalogNeighbours {
    guard catalog.edition.kind == .final else { return CatalogNeighbours() }
    let last = try CatalogPublisher.editions(of: catalog.edition.period.previous, in: root)
      .filter { $0.kind == .final }.max { $0.number < $1.number }
    return CatalogNeighbours(
      isListed: catalog.audience == .everybody, previous: last.map { page(of: $0, catalog.audience) })
  }

  /// Whether a link of a page leads out of its edition to where another one or the list may be.
  static func isLink(_ target: String) -> Bool {
    if target == list { return true }
    let parts = target.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 5, let period = Period(parts[2]), period.unit == .half,
      let edition = CatalogEdition(period: period, folder: parts[3]), edition.kind == .final
    else { return false }
    return [Audience.everybody, .bureau].contains { target == page(of: edition, $0) }
  }

  private static func page(of edition: CatalogEdition, _ audience: Audience?) -> String {
    let name = audience == .bureau ? InternalMark.name(CatalogPage.path) : CatalogPage.path
    return "\(beside)\(edition.period)/\(edition.folder)/\(name)"
  }
}
