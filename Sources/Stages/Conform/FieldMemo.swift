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
///
/// Texts of up to 24 bytes, which most are, stand in the slots themselves: one look at the memory finds them.
struct FieldMemo: ~Copyable {
  private struct Slot {
    var key: (UInt64, UInt64, UInt64)
    /// Length of the text, and the place of its result plus one; 0 where the slot is free.
    var length: UInt32
    var result: UInt32
  }

  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private var used = 0
  private var longer = ByteTable()
  private var longerResults: [Decoded] = []
  private var results: UnsafeMutablePointer<Decoded>
  private var room: Int

  /// Distinct texts kept before the memo is emptied; bounds the memory on a column of distinct texts.
  static let capacity = 1 << 17

  init() {
    (slots, mask) = (FieldMemo.empty(64), 63)
    (results, room) = (.allocate(capacity: 32), 32)
  }

  deinit {
    slots.deallocate()
    results.deallocate()
  }

  /// What was remembered of `bytes`; nil where they are new.
  @inline(__always)
  func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Decoded? {
    guard bytes.count <= 24 else { return longer.find(bytes).map { longerResults[$0] } }
    let slot = slots[place(FieldMemo.words(bytes), UInt32(bytes.count))]
    return slot.result == 0 ? nil : results[Int(slot.result) - 1]
  }

  /// Remembers what `bytes` decode to, and returns it.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ result: Decoded) -> Decoded {
    // Texts of such length hardly come twice, and a hundred thousand of them would fill the memory.
    guard bytes.count <= 256 else { return result }
    if used + longerResults.count >= FieldMemo.capacity { removeAll() }
    guard bytes.count <= 24 else {
      _ = longer.insert(bytes)
      longerResults.append(result)
      return result
    }
    if used == room { grow() }
    (results + used).initialize(to: result)
    used += 1
    let key = FieldMemo.words(bytes)
    slots[place(key, UInt32(bytes.count))] = Slot(key: key, length: UInt32(bytes.count), result: UInt32(used))
    return result
  }

  private mutating func removeAll() {
    slots.deallocate()
    (slots, mask, used) = (FieldMemo.empty(64), 63, 0)
    results.deallocate()
    (results, room) = (.allocate(capacity: 32), 32)
    longer.removeAll()
    longerResults.removeAll()
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Decoded>.allocate(capacity: room * 2)
    larger.moveInitialize(from: results, count: used)
    results.deallocate()
    (results, room) = (larger, room * 2)
    let (old, count) = (slots, mask + 1)
    (slots, mask) = (FieldMemo.empty(room * 2), room * 2 - 1)
    for index in 0..<count where old[index].result != 0 {
      slots[place(old[index].key, old[index].length)] = old[index]
    }
    old.deallocate()
  }

  private static func empty(_ size: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: size)
    slots.initialize(repeating: Slot(key: (0, 0, 0), length: 0, result: 0), count: size)
    return slots
  }

  /// The slot of a text, or the free one where it would go.
  @inline(__always)
  private func place(_ key: (UInt64, UInt64, UInt64), _ length: UInt32) -> Int {
    let first = (key.0 ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: key.1 ^ 0x8EBC_6AF0_9C88_C6E3)
    let second = (first.high ^ first.low ^ UInt64(length)).multipliedFullWidth(by: key.2 ^ 0xD6E8_FEB8_6659_FD93)
    // What the first product says is mixed in again: the second is 0 for one word that a cell may hold.
    var place = Int(truncatingIfNeeded: second.high ^ second.low ^ first.high ^ first.low) & mask
    while slots[place].result != 0, slots[place].length != length || slots[place].key != key {
      place = (place + 1) & mask
    }
    return place
  }

  /// At most 24 bytes as three words, which overlap where there are fewer; with the length they tell the text.
  @inline(__always)
  private static func words(_ bytes: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64, UInt64) {
    guard let base = bytes.baseAddress, bytes.count > 0 else { return (0, 0, 0) }
    let (raw, count) = (UnsafeRawPointer(base), bytes.count)
    if count >= 8 {
      let last = raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      let first = raw.loadUnaligned(as: UInt64.self)
      return (first, count > 16 ? raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self) : 0, last)
    }
    if count >= 4 {
      let first = UInt64(raw.loadUnaligned(as: UInt32.self))
      return (first << 32 | UInt64(raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)), 0, 0)
    }
    return (UInt64(base[0]) << 16 | UInt64(base[count >> 1]) << 8 | UInt64(base[count - 1]), 0, 0)
  }
}
