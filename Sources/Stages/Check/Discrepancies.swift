/// Discrepancies of a check: all are counted, the first of each kind are kept.
public struct Discrepancies: Sendable {
  /// Kept of each kind, so that a warehouse that is wrong everywhere does not fill the memory or the screen.
  public static let limit = 20

  public private(set) var shown: [Discrepancy] = []
  private var counts: [Discrepancy.Kind: Int] = [:]

  public init() {}

  public var count: Int { counts.values.reduce(0, +) }

  public func count(of kind: Discrepancy.Kind) -> Int { counts[kind] ?? 0 }

  mutating func add(
    _ kind: Discrepancy.Kind, _ table: String, _ key: @autoclosure () -> String, stored: @autoclosure () -> String,
    counted: @autoclosure () -> String
  ) {
    counts[kind, default: 0] += 1
    guard count(of: kind) <= Discrepancies.limit else { return }
    shown.append(Discrepancy(kind, table, key(), stored: stored(), counted: counted()))
  }

  /// Adds where the two are not equal.
  mutating func compare<Value: Equatable>(
    _ kind: Discrepancy.Kind, _ table: String, _ key: @autoclosure () -> String, stored: Value, counted: Value
  ) {
    if stored != counted { add(kind, table, key(), stored: "\(stored)", counted: "\(counted)") }
  }
}
