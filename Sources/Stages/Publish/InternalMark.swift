/// Every file of an edition for the bureau says in its name that it is not for others.
enum InternalMark {
  static let suffix = "-internal"
  /// Names that standards give.
  private static let fixed: Set<String> = [DataPackage.path, Provenance.path]

  /// `tables/T1-internal.csv` of `tables/T1.csv`.
  static func name(_ path: String) -> String {
    guard !fixed.contains(path), let dot = path.lastIndex(of: ".") else { return path }
    return path[..<dot] + suffix + path[dot...]
  }

  /// The files under their marked names, with links and descriptions that lead there.
  static func applied(to files: [(path: String, bytes: [UInt8])]) -> [(path: String, bytes: [UInt8])] {
    files.map { file in
      guard file.path.hasSuffix(".html") || file.path == DataPackage.path else { return (name(file.path), file.bytes) }
      var text = String(decoding: file.bytes, as: UTF8.self)
      for other in files.map(\.path) where !fixed.contains(other) {
        // As a link, with or without an anchor, and as a value of JSON.
        for (before, after) in [("href=\"", "\""), ("href=\"", "#"), (": \"", "\"")] {
          text = text.replacing("\(before)\(other)\(after)", with: "\(before)\(name(other))\(after)")
        }
      }
      return (name(file.path), Array(text.utf8))
    }
  }
}
