/// Something else that the attacker knows: `lower <= sum of coefficient * cell <= upper`.
///
/// Whole numbers, so that whether it holds is decided without rounding. A strict bound is one less or more.
public struct CellFact: Sendable, Equatable {
  /// A coefficient and the number of its cell.
  public struct Term: Sendable, Equatable {
    /// Number of the cell in its system.
    public let cell: Int
    /// Not 0.
    public let coefficient: Int

    /// A coefficient of a cell.
    public init(_ coefficient: Int, cell: Int) {
      self.cell = cell
      self.coefficient = coefficient
    }
  }

  /// Each cell once.
  public let terms: [Term]
  /// Nil: without a lower bound.
  public let lower: Int?
  /// Nil: without an upper bound.
  public let upper: Int?

  /// Bounds on a weighted sum.
  public init(_ terms: [Term], lower: Int? = nil, upper: Int? = nil) {
    self.terms = terms
    self.lower = lower
    self.upper = upper
  }

  /// A published ratio or share, rounded half up: `published = round(numerator / denominator * unit)`; 53.3 % is 533
  /// with the unit 1000, a ratio of 0.53 is 53 with the unit 100.
  ///
  /// It follows that `(2 published - 1) denominator <= 2 unit numerator < (2 published + 1) denominator`.
  public static func ratio(_ numerator: Int, of denominator: Int, published: Int, unit: Int) -> [CellFact] {
    [
      CellFact([Term(2 * unit, cell: numerator), Term(1 - 2 * published, cell: denominator)], lower: 0),
      CellFact([Term(2 * unit, cell: numerator), Term(-1 - 2 * published, cell: denominator)], upper: -1),
    ]
  }

  /// A published rounded value, rounded half up to a multiple of `unit`: `published = round(cell / unit) * unit`.
  public static func rounded(_ cell: Int, published: Int, unit: Int) -> CellFact {
    CellFact([Term(2, cell: cell)], lower: 2 * published - unit, upper: 2 * published + unit - 1)
  }

  /// A published difference of two cells.
  public static func difference(_ cell: Int, less other: Int, published: Int) -> CellFact {
    CellFact([Term(1, cell: cell), Term(-1, cell: other)], lower: published, upper: published)
  }

  func value(_ cell: (Int) -> Int) -> Int { terms.reduce(0) { $0 + $1.coefficient * cell($1.cell) } }

  func allows(_ value: Int) -> Bool { value >= lower ?? .min && value <= upper ?? .max }
}
