/// How far the attacker must be left in doubt about a hidden cell, in units of the cell.
///
/// The attacker knows every shown cell, every sum, every fact, and that all cells are whole numbers not below 0. Let
/// `least` and `most` be the smallest and largest value of the cell among all such assignments. A cell with the true
/// value v is protected when all three hold:
///
/// - `least <= v - min(lower, v)`,
/// - `most >= v + upper`,
/// - `most - least >= width`.
///
/// Source: Hundepool et al., Statistical Disclosure Control (2012), section 4.4: lower, upper and sliding protection
/// level.
public struct Protection: Sendable, Equatable {
  /// Distance below the true value; nothing below 0 is asked for.
  public let lower: Int
  /// Distance above the true value.
  public let upper: Int
  /// Width of the interval, wherever it lies; at least 1, so that no cell is known exactly.
  public let width: Int

  /// - Precondition: nothing is below 0.
  public init(lower: Int = 0, upper: Int = 0, width: Int = 1) {
    precondition(lower >= 0 && upper >= 0 && width >= 0)
    self.lower = lower
    self.upper = upper
    self.width = max(width, 1)
  }

  /// What satisfies both.
  public func union(_ other: Protection) -> Protection {
    Protection(
      lower: max(lower, other.lower), upper: max(upper, other.upper), width: max(width, other.width))
  }

  /// Whether a cell of this value is protected when the attacker cannot exclude these two values of it.
  public func holds(value: Int, least: Int, most: Int) -> Bool {
    value - least >= min(lower, value) && most - value >= upper && most - least >= width
  }
}
