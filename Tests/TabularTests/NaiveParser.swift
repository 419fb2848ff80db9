import Tabular

/// A parser of delimited text written for clarity alone, against which the real one is held.
struct NaiveParser {
  private let characters: [Unicode.Scalar]
  private let delimiter: Unicode.Scalar
  private let newline: Unicode.Scalar
  private var position = 0

  static func records(of text: String, dialect: Dialect = Dialect()) -> [SeenRecord] {
    var parser = NaiveParser(
      characters: Array(text.unicodeScalars), delimiter: Unicode.Scalar(dialect.delimiter),
      newline: Unicode.Scalar(dialect.newline))
    return parser.records()
  }

  private init(characters: [Unicode.Scalar], delimiter: Unicode.Scalar, newline: Unicode.Scalar) {
    self.characters = characters
    self.delimiter = delimiter
    self.newline = newline
  }

  private mutating func records() -> [SeenRecord] {
    var result: [SeenRecord] = []
    while position < characters.count {
      let start = position
      let line = characters[..<start].count { $0 == newline } + 1
      let fields = wellFormed()
      if fields == nil {
        position = start
        while position < characters.count, characters[position] != newline { position += 1 }
      }
      let text = string(characters[start..<position]).trimmingSuffix { $0 == "\r" }
      position += 1
      if text.isEmpty { continue }
      result.append(
        SeenRecord(number: result.count, line: line, isBroken: fields == nil, fields: fields ?? [String(text)]))
    }
    return result
  }

  /// The fields up to the end of the record, where `position` then stands; nil where a quote is out of place.
  private mutating func wellFormed() -> [String]? {
    var fields: [String] = []
    while true {
      var field = String.UnicodeScalarView()
      let afterBlanks = position + characters[position...].prefix { isBlank($0) }.count
      if afterBlanks < characters.count, characters[afterBlanks] == "\"" {
        position = afterBlanks + 1
        while peek != "\"" || characters.dropFirst(position + 1).first == "\"" {
          guard let next = peek else { return nil }
          field.append(next)
          position += next == "\"" ? 2 : 1
        }
        position += 1
        let rest = characters[position...].drop { isBlank($0) }.first
        guard [delimiter, newline, nil].contains(rest) else { return nil }
      }
      while let next = peek, next != delimiter, next != newline {
        field.append(next)
        position += 1
      }
      fields.append(trimmed(String(field)))
      guard peek == delimiter else { return fields }
      position += 1
    }
  }

  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    [" ", "\t", "\r", "\n"].contains(scalar) && scalar != delimiter && scalar != newline
  }

  private var peek: Unicode.Scalar? { position < characters.count ? characters[position] : nil }

  private func string(_ slice: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: slice)
    return String(view)
  }

  private func trimmed(_ text: String) -> String {
    let blanks: Set<Unicode.Scalar> = [
      " ", "\t", "\n", "\r", "\u{B}", "\u{C}", "\u{A0}", "\u{200B}", "\u{3000}", "\u{FEFF}",
    ]
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.firstIndex(where: { !blanks.contains($0) }),
      let last = scalars.lastIndex(where: { !blanks.contains($0) })
    else { return "" }
    return string(scalars[first...last])
  }
}

extension String {
  /// Without what `isDropped` at its end.
  fileprivate func trimmingSuffix(_ isDropped: (Unicode.Scalar) -> Bool) -> String {
    var scalars = unicodeScalars
    while let last = scalars.last, isDropped(last) { scalars.removeLast() }
    return String(scalars)
  }
}
