/// The integers of one decoded row, by slot; nil where there is no value.
public struct RowValues: Sendable {
  /// Stands for "no value" within the flat arrays.
  public static var missing: Int { Int.min }

  public var integers: [Int]

  public init(count: Int) { integers = Array(repeating: RowValues.missing, count: count) }

  /// Empties all slots.
  public mutating func clear() { for slot in integers.indices { integers[slot] = RowValues.missing } }

  public subscript(slot: Int) -> Int? {
    get { integers[slot] == RowValues.missing ? nil : integers[slot] }
    set { integers[slot] = newValue ?? RowValues.missing }
  }
}
