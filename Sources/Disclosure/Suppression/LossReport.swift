/// What a pattern of hidden cells costs the reader.
public struct LossReport: Sendable, Equatable {
  /// Hidden because they are sensitive.
  public let primaryCells: Int
  /// Hidden to protect those.
  public let secondaryCells: Int
  /// Sum of the values of the primary cells.
  public let primaryValue: Int
  /// Sum of the values of the secondary cells.
  public let secondaryValue: Int
  /// Sum of the costs of the secondary cells.
  public let secondaryCost: Int

  /// Counts; cells that are withheld anyway or known are no loss.
  public init(_ system: CellSystem, hidden: [Bool]) {
    let lost = system.cells.indices.filter { number in
      guard case .publishable = system.cells[number].visibility else { return false }
      return hidden[number]
    }.map { system.cells[$0] }
    let primary = lost.filter { $0.protection != nil }
    let secondary = lost.filter { $0.protection == nil }
    primaryCells = primary.count
    secondaryCells = secondary.count
    primaryValue = primary.reduce(0) { $0 + $1.value }
    secondaryValue = secondary.reduce(0) { $0 + $1.value }
    secondaryCost = secondary.reduce(0) { $0 + $1.cost }
  }
}
