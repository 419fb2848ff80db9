/// A number of one or several tables.
public struct Cell: Sendable, Equatable {
  /// A count, not below 0.
  public let value: Int
  /// Whether it may be shown and hidden.
  public let visibility: Visibility
  /// How well it must be protected; a cell with a protection is sensitive ("primary") and always hidden.
  public let protection: Protection?
  /// What everybody knows that it is at least, even where it is hidden: 1 in tables that print each zero.
  public let least: Int
  /// Whether it belongs to an earlier publication, which decided on it: searches protect it from what is shown now, but
  /// linear programs, which cost a hundred times as much, are not spent on it.
  public let isSettled: Bool
  /// Whether no proof of its protection was found before: long searches are not tried again.
  public let lacksProof: Bool

  /// A cell with its true value, which is not below `least`.
  public init(
    value: Int, visibility: Visibility, protection: Protection? = nil, least: Int = 0, isSettled: Bool = false,
    lacksProof: Bool = false
  ) {
    self.lacksProof = lacksProof
    self.value = value
    self.visibility = visibility
    self.protection = protection
    self.least = min(least, value)
    self.isSettled = isSettled
  }

  /// How far below the true value it can be thought to be.
  var room: Int { value - least }

  /// The same cell, known to be at least so much.
  func with(least: Int) -> Cell {
    Cell(
      value: value, visibility: visibility, protection: protection, least: least, isSettled: isSettled,
      lacksProof: lacksProof)
  }

  /// Whether hiding it may protect another one. A zero does not: the attacker knows that nothing is below 0.
  var isComplement: Bool {
    guard case .publishable = visibility else { return false }
    return value > 0
  }

  /// The loss if it is hidden.
  var cost: Int {
    guard case .publishable(let cost) = visibility else { return 0 }
    return cost
  }
}
