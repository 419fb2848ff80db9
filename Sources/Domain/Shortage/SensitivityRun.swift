/// One change of the rules, and what it does to the levels.
public struct SensitivityRun: Sendable, Equatable {
  /// What was changed: an indicator's weight or its thresholds.
  public enum Change: String, Sendable { case weight, thresholds }

  public let indicator: ShortageIndicator
  public let change: Change
  /// 0.5 is +50 %, -0.1 is -10 %.
  public let factor: Double
  /// Units whose level is another one, of all that can be assessed.
  public let changed: Int
  public let units: Int

  public init(indicator: ShortageIndicator, change: Change, factor: Double, changed: Int, units: Int) {
    self.indicator = indicator
    self.change = change
    self.factor = factor
    self.changed = changed
    self.units = units
  }
}
