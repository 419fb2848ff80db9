/// The frozen benchmark of I1: quartiles of the ratio over the units of the base year.
public struct ShortageBase: Sendable, Equatable {
  public let year: Int
  public let quartiles: [Double]
  /// Units that the quartiles were taken over.
  public let units: Int
  /// Why this base was set.
  public let note: String

  public init(year: Int, quartiles: [Double], units: Int, note: String) {
    self.year = year
    self.quartiles = quartiles
    self.units = units
    self.note = note
  }
}
