import Domain
import Tables
import Warehouse

/// What public editions showed and hid of the leaves of declared tables.
public struct EarlierLeaves: Sendable {
  private var known: [Leaf: (value: Int, isHidden: Bool)] = [:]

  /// - Parameter periods: those that tables speak of.
  public init(_ db: Database, _ periods: Set<Period>) throws {
    for period in periods.sorted() {
      try Row.forEach(
        db, sql: "SELECT region, measure, part, value, hidden FROM disclosed WHERE period = ?",
        arguments: ["\(period)"]
      ) { row in
        known[Leaf(period, row[0], row[1], row[2])] = (row[3], row[4])
      }
    }
  }

  /// What may be done with a leaf that is to stand in an edition: once hidden it stays hidden, and what was shown with
  /// this value protects nothing; nil where none before had it, or had another value of it openly.
  public func callAsFunction(_ leaf: Leaf, _ value: Int) -> DeclaredSystem.Earlier? {
    guard let earlier = known[leaf] else { return nil }
    if earlier.isHidden { return .hidden }
    return earlier.value == value ? .shown : nil
  }
}
