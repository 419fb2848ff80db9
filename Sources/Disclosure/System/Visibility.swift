/// What may be done with a cell.
public enum Visibility: Sendable, Equatable {
  /// It is to be shown, and may be hidden at this cost (a loss; any unit, not below 0).
  case publishable(cost: Int)
  /// It is shown nowhere and the attacker does not know it: outside all published tables, or hidden by an earlier
  /// edition.
  case withheld
  /// The attacker knows it already, as an earlier edition showed it: hiding it protects nothing.
  case known
}
