import Domain
import Tables
import Warehouse

/// What public editions showed and hid of the leaves of declared tables.
public struct EarlierLeaves: Sendable {
  private let patterns: [Period: EarlierPattern]

  /// - Parameter periods: those that tables speak of.
  public init(_ db: Database, _ periods: Set<Period>) throws {
    patterns = try periods.reduce(into: [:]) { $0[$1] = try DisclosureStore.pattern(db, $1) }
  }

  /// What may be done with a leaf that is to stand in an edition: once hidden it stays hidden, and what was shown with
  /// this value protects nothing; nil where none before had it, or had another value of it openly.
  public func callAsFunction(_ leaf: Leaf, _ value: Int) -> DeclaredSystem.Earlier? {
    switch patterns[leaf.period]?.visibility(leaf, value: value) {
    case .hidden: .hidden
    case .shown: .shown
    case .shownOtherwise, nil: nil
    }
  }
}
