import Domain
import Tabular

/// Names of archive members. They come from anywhere: they order and describe, and are never made part of a path.
enum MemberName {
  /// For messages, on one line: UTF-8 or, as older Windows programs write it, GBK; what is neither, and what would
  /// not be seen or would change how the rest is read, as `?`.
  static func shown(_ name: [UInt8]) -> String { Redaction.shown(text(name), limit: 60) }

  /// The name in full; it may hold personal data.
  static func text(_ name: [UInt8]) -> String {
    let encodings: [TextEncoding] = [.utf8, .gb18030]
    let text = encodings.lazy.compactMap { encoding in name.withUnsafeBufferPointer { encoding.decoded($0) } }.first
    let scalars = String(decoding: text ?? name.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
      .unicodeScalars
    var plain = String.UnicodeScalarView()
    for scalar in scalars {
      let isSeen: Bool =
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: false
        default: true
        }
      plain.append(isSeen ? scalar : "?")
    }
    return String(plain)
  }

  /// True for tables in text form. Endings are ASCII, which no character of GBK or UTF-8 holds in part.
  static func isTable(_ name: [UInt8]) -> Bool {
    let ending = String(decoding: name.suffix(4), as: UTF8.self).lowercased()
    return [".csv", ".tsv", ".txt"].contains(ending)
  }

  /// True for what systems add of their own: folders, `__MACOSX/._x.csv`, `.DS_Store`, `Thumbs.db`.
  static func isByTheWay(_ name: [UInt8]) -> Bool {
    let slash = name.lastIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    let last = slash.map { name[($0 + 1)...] } ?? name[...]
    return last.isEmpty || last.first == UInt8(ascii: ".") || last.starts(with: Array("~$".utf8))
      || last.elementsEqual(Array("Thumbs.db".utf8)) || name.starts(with: Array("__MACOSX/".utf8))
  }
}
