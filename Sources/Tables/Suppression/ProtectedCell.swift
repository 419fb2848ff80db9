import Domain

/// A single figure as its readers may see it: made by protection, like a `ProtectedTable`, and in no other way.
public struct ProtectedCell: Hashable, Sendable {
  public let cell: Cell
  /// Who may read it.
  public let audience: Audience

  /// - Parameter decisions: of all leaves of the figure; one that they do not know hides it.
  public init(_ draft: DraftTable.DraftCell, _ decisions: LeafDecisions) {
    cell = draft.shown(by: decisions)
    audience = decisions.audience
  }

  /// The number, where it is shown.
  public var value: Double? { cell.value }
  /// As it stands in a CSV.
  public var csv: String { cell.csv }
}

extension DraftTable.DraftCell {
  /// `[c]` where a leaf is hidden, or was never looked at, and for a number of which nobody says what it is made of.
  func shown(by decisions: LeafDecisions) -> Cell {
    if value == .notApplicable { return value }
    let isUntold = leaves.isEmpty && value.value != nil
    return isUntold || leaves.contains(where: decisions.hides) ? .suppressed : value
  }
}
