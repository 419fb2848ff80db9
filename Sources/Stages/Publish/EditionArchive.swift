/// The archive that each edition has within its folder: `bulletin-2026Q3.zip`, `catalog-2026H2-final-1.zip`.
enum EditionArchive {
  static func isName(_ path: String) -> Bool {
    (path.hasPrefix("bulletin-") || path.hasPrefix("catalog-")) && path.hasSuffix(".zip") && !path.contains("/")
  }
}
