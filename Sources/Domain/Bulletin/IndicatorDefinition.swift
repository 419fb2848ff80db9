/// What a figure means: printed by `talentflow explain ID` and on the methodology page, from this one place.
public struct IndicatorDefinition: Hashable, Sendable {
  /// `openings_per_seeker`
  public let id: String
  /// The number of the formula: `F2`.
  public let formulaNumber: String
  public let name: Label
  public let unit: Label
  /// What a higher value means; nil where it is no ratio.
  public let direction: Label?
  public let formula: Label
  /// Where the definition comes from.
  public let source: Label

  public init(
    id: String, formulaNumber: String, name: Label, unit: Label, direction: Label?, formula: Label, source: Label
  ) {
    self.id = id
    self.formulaNumber = formulaNumber
    self.name = name
    self.unit = unit
    self.direction = direction
    self.formula = formula
    self.source = source
  }

  /// Its Chinese name as tables head it, without the remark in brackets: 需求人数（本期有效数） is 需求人数.
  public var shortName: String { String(name.zh.prefix { $0 != "（" }) }

  /// Whether someone who writes `word` means this figure.
  public func isNamed(_ word: String) -> Bool {
    [id, name.zh, shortName, name.en, formulaNumber].contains { $0.lowercased() == word.lowercased() }
  }
}
