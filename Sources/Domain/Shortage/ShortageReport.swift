/// The shortage index of every unit of the city over one window, and how firm it is. Figures only, no layout.
public struct ShortageReport: Sendable {
  /// The four quarters of the window, oldest first.
  public let window: [Period]
  public let base: ShortageBase
  /// Those of the city as a whole that units are held against: median days vacant, growth of pay in percent.
  public let cityDuration: Int?
  public let cityPayGrowth: Double?
  /// In the order of the codes. Every opening with an occupation counts in exactly one of them.
  public let units: [ShortageUnit]
  public let sensitivity: [SensitivityRun]
  /// Levels that changed between windows that end in successive quarters, oldest first.
  public let stability: [StabilityStep]
  /// The 细类 below the floor, which are X: each counts in the unit of its 小类.
  public let pooled: [ShortageMember]

  public init(
    window: [Period], base: ShortageBase, cityDuration: Int?, cityPayGrowth: Double?, units: [ShortageUnit],
    sensitivity: [SensitivityRun], stability: [StabilityStep],
    pooled: [ShortageMember] = []
  ) {
    self.window = window
    self.base = base
    self.cityDuration = cityDuration
    self.cityPayGrowth = cityPayGrowth
    self.units = units
    self.sensitivity = sensitivity
    self.stability = stability
    self.pooled = pooled
  }
}
