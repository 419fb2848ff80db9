/// A cell that is the sum of others; all by their number in the system.
public struct CellSum: Sendable, Equatable {
  /// The cell that is the sum.
  public let total: Int
  /// The cells that add up to it, each once.
  public let parts: [Int]

  /// A sum of parts.
  public init(total: Int, parts: [Int]) {
    self.total = total
    self.parts = parts
  }
}
