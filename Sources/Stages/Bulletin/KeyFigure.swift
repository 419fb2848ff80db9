import Domain
import Tables

/// One headline figure with its changes.
public struct KeyFigure: Sendable {
  /// Id of the indicator that defines it (`talentflow explain ID`).
  public let id: String
  public let label: Label
  public let unit: Label
  public let value: ProtectedCell
  public let qoq: ProtectedCell
  public let yoy: ProtectedCell
  /// Unit of the two changes: %, 百分点, or empty.
  public let changeUnit: Label
  /// What each change means for employers: 趋紧, 趋缓; nil where the bureau's rules say nothing of it.
  public let qoqMeaning: Label?
  public let yoyMeaning: Label?

  public init(
    id: String, label: Label, unit: Label, value: ProtectedCell, qoq: ProtectedCell, yoy: ProtectedCell,
    changeUnit: Label, qoqMeaning: Label? = nil, yoyMeaning: Label? = nil
  ) {
    self.id = id
    self.label = label
    self.unit = unit
    self.value = value
    self.qoq = qoq
    self.yoy = yoy
    self.changeUnit = changeUnit
    self.qoqMeaning = qoqMeaning
    self.yoyMeaning = yoyMeaning
  }
}
