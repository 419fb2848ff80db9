import Documents

/// The archive that each edition has within its folder: `bulletin-2026Q3.zip`, `catalog-2026H2-final-1.zip`.
enum EditionArchive {
  static func isName(_ path: String) -> Bool {
    (path.hasPrefix("bulletin-") || path.hasPrefix("catalog-")) && path.hasSuffix(".zip") && !path.contains("/")
  }

  /// An archive of an edition's files in the order of their paths' bytes.
  ///
  /// - Throws: `ZipArchive.Failure`.
  static func bytes(of files: [(path: String, bytes: [UInt8])]) throws -> [UInt8] {
    try ZipArchive.bytes(of: files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) })
  }
}
