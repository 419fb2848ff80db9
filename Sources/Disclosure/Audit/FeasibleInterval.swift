/// What an attacker can find out about a cell.
public struct FeasibleInterval: Sendable, Equatable {
  /// The smallest value that is proven possible, by an assignment of whole numbers.
  public let least: Int
  /// The largest value that is proven possible.
  public let most: Int
  /// No smaller value is possible.
  public let lowerBound: Int
  /// No larger value is possible; nil when no bound was found.
  public let upperBound: Int?

  /// Whether what is proven possible and what is proven impossible meet.
  public var isExact: Bool { least == lowerBound && most == upperBound }

  /// Whether a cell of which nothing outside is possible is left less doubt than it needs.
  public func isTooNarrow(for cell: Cell) -> Bool {
    guard let protection = cell.protection else { return false }
    return !protection.holds(
      room: cell.room, below: cell.value - lowerBound,
      above: upperBound.map { $0 - cell.value } ?? FeasibleInterval.endless)
  }

  /// Of the protection of a cell, as much as is not found to be impossible; nil where the cell is known.
  public func doubt(of cell: Cell) -> Protection? {
    cell.protection?.within(
      below: cell.value - lowerBound, above: upperBound.map { $0 - cell.value } ?? FeasibleInterval.endless)
  }

  private static let endless = 1 << 32

  init(least: Int, most: Int, lowerBound: Int, upperBound: Int?) {
    self.least = least
    self.most = most
    self.lowerBound = lowerBound
    self.upperBound = upperBound
  }
}
