/// Keys of the words that Swift names. What a sentence is filled with stands behind its key:
/// `side_up(amount, percent)` is the row `side_up`, whose text may have `{amount}` and `{percent}`.
protocol TextName: RawRepresentable, CaseIterable, Sendable where RawValue == String {
  /// The file that a row for it belongs in.
  static var file: String { get }
}

extension TextName {
  var key: String { rawValue.firstIndex(of: "(").map { String(rawValue[..<$0]) } ?? rawValue }

  var places: Set<String> {
    guard let start = rawValue.firstIndex(of: "(") else { return [] }
    return Set(rawValue[start...].split { !($0.isLetter || $0 == "_") }.map(String.init))
  }
}

/// A text with places to be filled in: `比{since}上升{amount}`.
enum TextPlaces {
  /// Names of the places of `text`; nil where a brace has no other.
  static func names(in text: String) -> [String]? {
    var names: [String] = []
    var rest = text[...]
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      guard rest[brace] == "{", let end = rest[brace...].firstIndex(of: "}") else { return nil }
      names.append(String(rest[rest.index(after: brace)..<end]))
      rest = rest[rest.index(after: end)...]
    }
    return names
  }

  /// Each place is filled once: what it is filled with is not read again.
  static func filled(_ text: String, _ values: [String: String]) -> String {
    guard !values.isEmpty else { return text }
    var result = ""
    var rest = text[...]
    while let brace = rest.firstIndex(of: "{"), let end = rest[brace...].firstIndex(of: "}") {
      result += rest[..<brace]
      result += values[String(rest[rest.index(after: brace)..<end])] ?? ""
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}
