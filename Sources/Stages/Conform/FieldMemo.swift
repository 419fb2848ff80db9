import Domain
import Tabular

/// What a field's text decodes to.
struct Decoded: Sendable {
  /// Integers for the field's columns, in order.
  var values: (Int, Int, Int, Int) = (
    RowValues.missing, RowValues.missing, RowValues.missing, RowValues.missing
  )
  var problem: Rule?

  static let missing = Decoded()
  static func value(_ value: Int, problem: Rule? = nil) -> Decoded {
    Decoded(values: (value, RowValues.missing, RowValues.missing, RowValues.missing), problem: problem)
  }
  static func problem(_ rule: Rule) -> Decoded { Decoded(problem: rule) }
}

/// Remembers what each distinct text decoded to: most columns repeat a few hundred texts, so that the decoders behind
/// may be written for clarity.
struct FieldMemo {
  private var table = ByteTable()
  private var results: [Decoded] = []

  /// Distinct texts kept before the memo is emptied; bounds the memory on a column of distinct texts.
  static let capacity = 1 << 17

  /// What was remembered of `bytes`; nil where they are new.
  @inline(__always)
  func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Decoded? { table.find(bytes).map { results[$0] } }

  /// Remembers what `bytes` decode to, and returns it.
  @discardableResult
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ result: Decoded) -> Decoded {
    if results.count >= FieldMemo.capacity {
      table = ByteTable()
      results.removeAll(keepingCapacity: true)
    }
    _ = table.insert(bytes)
    results.append(result)
    return result
  }
}
