/// A number of one or several tables.
public struct Cell: Sendable, Equatable {
  /// A count, not below 0.
  public let value: Int
  /// Whether it may be shown and hidden.
  public let visibility: Visibility
  /// How well it must be protected; a cell with a protection is sensitive ("primary") and always hidden.
  public let protection: Protection?

  /// A cell with its true value.
  public init(value: Int, visibility: Visibility, protection: Protection? = nil) {
    self.value = value
    self.visibility = visibility
    self.protection = protection
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
