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
    let names = Dictionary(
      files.map(\.path).filter { !fixed.contains($0) }.map { (Array($0.utf8), Array(name($0).utf8)) },
      uniquingKeysWith: { first, _ in first })
    return files.map { file in
      let leads = file.path.hasSuffix(".html") || file.path == DataPackage.path
      return (name(file.path), leads ? leading(file.bytes, to: names) : file.bytes)
    }
  }

  /// A text with the names replaced where they stand as a link, with or without an anchor, or as a value of JSON; looked
  /// at once, however many names there are.
  private static func leading(_ text: [UInt8], to names: [[UInt8]: [UInt8]]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + text.count / 16)
    var done = 0
    for quote in text.indices where text[quote] == UInt8(ascii: "\"") {
      let isLink = text[..<quote].suffix(link.count).elementsEqual(link)
      guard isLink || text[..<quote].suffix(value.count).elementsEqual(value) else { continue }
      let start = quote + 1
      let end = text[start...].firstIndex { $0 == UInt8(ascii: "\"") || isLink && $0 == UInt8(ascii: "#") }
      guard let end, let name = names[Array(text[start..<end])] else { continue }
      result += text[done..<start]
      result += name
      done = end
    }
    return result + text[done...]
  }

  private static let link = Array("href=".utf8)
  private static let value = Array(": ".utf8)
}
