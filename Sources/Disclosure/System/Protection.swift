/// How far the attacker must be left in doubt about a hidden cell, in units of the cell.
///
/// The attacker knows every shown cell, every sum, every fact, and that all cells are whole numbers not below what
/// everybody knows (`Cell.least`: 0, or 1 where zeros are printed). Let `least` and `most` be the smallest and largest
/// value of the cell among all such assignments. A cell with the true value v is protected when all three hold:
///
/// - `least <= v - min(lower, v - Cell.least)`,
/// - `most >= v + upper`,
/// - `most - least >= width`.
///
/// Source: Hundepool et al., Statistical Disclosure Control (2012), section 4.4: lower, upper and sliding protection
/// level.
public struct Protection: Sendable, Equatable {
  /// Distance below the true value; nothing below what everybody knows is asked for.
  public let lower: Int
  /// Distance above the true value.
  public let upper: Int
  /// Width of the interval, wherever it lies; at least 1, so that no cell is known exactly.
  public let width: Int
  /// More width that is looked for and not required: later publications may take some of it away.
  public let margin: Int

  /// - Precondition: nothing is below 0.
  public init(lower: Int = 0, upper: Int = 0, width: Int = 1, margin: Int = 0) {
    precondition(lower >= 0 && upper >= 0 && width >= 0 && margin >= 0)
    self.margin = margin
    self.lower = lower
    self.upper = upper
    self.width = max(width, 1)
  }

  /// What satisfies both.
  public func union(_ other: Protection) -> Protection {
    Protection(
      lower: max(lower, other.lower), upper: max(upper, other.upper), width: max(width, other.width),
      margin: max(margin, other.margin))
  }

  /// With a margin.
  public func with(margin: Int) -> Protection {
    Protection(lower: lower, upper: upper, width: width, margin: margin)
  }

  /// As much of it as there is where so many values below and above the true one cannot be excluded; nil where the true
  /// one is known.
  func within(below: Int, above: Int) -> Protection? {
    guard below + above > 0 else { return nil }
    return Protection(lower: min(lower, below), upper: min(upper, above), width: min(width, below + above))
  }

  /// Whether a cell is protected when the attacker cannot exclude values so far below and above the true one.
  ///
  /// - Parameter room: how far below anything can be thought to be.
  func holds(room: Int, below: Int, above: Int) -> Bool {
    below >= min(lower, room) && above >= upper && above + below >= width
  }
}
