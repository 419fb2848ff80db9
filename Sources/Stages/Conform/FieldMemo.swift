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

  mutating func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ decode: (UnsafeBufferPointer<UInt8>) -> Decoded)
    -> Decoded
  {
    if let index = table.find(bytes) { return results[index] }
    let result = decode(bytes)
    if results.count >= FieldMemo.capacity {
      table = ByteTable()
      results.removeAll(keepingCapacity: true)
    }
    _ = table.insert(bytes)
    results.append(result)
    return result
  }
}
