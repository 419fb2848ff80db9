import Domain

/// What a word of bulletins, or of forecasts and warnings means.
public struct TermDefinition: Hashable, Sendable {
  /// As tables name it: `p50`.
  public let id: String
  public let name: Label
  /// Other words under which it is looked for.
  public let aliases: [String]
  public let meaning: Label

  /// Whether someone who writes `word` means this term.
  public func isNamed(_ word: String) -> Bool {
    ([id, name.zh, name.en] + aliases).contains { $0.lowercased() == word.lowercased() }
  }
}

extension Texts {
  /// What the figures of the bulletin mean.
  public var indicators: [IndicatorDefinition] {
    Indicator.allCases.map { indicator in
      func label(_ part: String) -> Label { self.label(key: Texts.key(indicator, part)) }
      return IndicatorDefinition(
        id: indicator.rawValue, formulaNumber: indicator.formulaNumber, name: label("name"),
        unit: indicator.hasUnit ? label("unit") : Texts.none,
        direction: indicator.hasDirection ? label("direction") : nil, formula: label("formula"),
        source: label("source"))
    }
  }

  /// What the terms of forecasts and warnings mean.
  public var terms: [TermDefinition] {
    OutlookTerm.allCases.map { term in definition(term.rawValue) { Texts.key(term, $0) } }
  }

  /// What the words of bulletins and lists mean.
  public var words: [TermDefinition] {
    BulletinTerm.allCases.map { term in definition(term.rawValue) { Texts.key(term, $0) } }
  }

  private func definition(_ id: String, _ key: (String) -> String) -> TermDefinition {
    let aliases = label(key: key("aliases"))
    return TermDefinition(
      id: id, name: label(key: key("name")),
      aliases: Texts.words(aliases.zh, "、") + Texts.words(aliases.en, ","), meaning: label(key: key("meaning")))
  }

  private static func words(_ list: String, _ separator: Character) -> [String] {
    list.split(separator: separator).map { String($0.drop { $0 == " " }) }
  }

  static func key(_ indicator: Indicator, _ part: String) -> String { "indicator_\(indicator.rawValue)_\(part)" }
  static func key(_ term: BulletinTerm, _ part: String) -> String { "word_\(term.rawValue)_\(part)" }
  static func key(_ term: OutlookTerm, _ part: String) -> String { "term_\(term.rawValue)_\(part)" }
}
