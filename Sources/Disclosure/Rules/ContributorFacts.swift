/// What the rules need to know of those who contribute to a cell (persons, employers), in units of the cell.
public struct ContributorFacts: Sendable, Equatable {
  /// How many contribute.
  public let count: Int
  /// The largest contribution.
  public let largest: Int
  /// The second largest, 0 if there is one contributor.
  public let second: Int
  /// All contributions.
  public let sum: Int

  /// What is known of one cell's contributors.
  public init(count: Int, largest: Int, second: Int, sum: Int) {
    self.count = count
    self.largest = largest
    self.second = second
    self.sum = sum
  }

  /// The two largest are found here.
  public init(contributions: [Int]) {
    let top = contributions.max(count: 2)
    self.init(
      count: contributions.count, largest: top.first ?? 0, second: top.count > 1 ? top[1] : 0,
      sum: contributions.reduce(0, +))
  }
}

extension [Int] {
  fileprivate func max(count: Int) -> ArraySlice<Int> { sorted(by: >).prefix(count) }
}
