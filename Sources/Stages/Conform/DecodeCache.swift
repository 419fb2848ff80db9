import Domain
import Tabular

/// Remembers what each distinct text decoded to: most columns repeat a few hundred texts, so that the decoders behind
/// may be written for clarity.
///
/// Texts of up to 24 bytes, which most are, stand in the slots themselves beside what they decode to: a slot is a line of
/// the cache, so that one look at the memory finds both.
struct DecodeCache: ~Copyable {
  struct Slot {
    fileprivate var key: Words
    fileprivate var result: Decoded
    /// Length of the text; `free` where the slot holds none. Last, so that it fits into what the result leaves over.
    fileprivate var length: UInt8
  }

  /// At most 24 bytes as three words.
  fileprivate typealias Words = (UInt64, UInt64, UInt64)

  private var slots: UnsafeMutableBufferPointer<Slot>
  private var mask: Int
  private var used = 0
  private var longer = ByteTable()
  private var longerResults: [Decoded] = []

  /// Distinct texts kept before the memo is emptied; bounds the memory on a column of distinct texts.
  static let capacity = 1 << 16
  /// Slots that the nearest cache holds beside everything else.
  private static let near = 256
  private static let free: UInt8 = 0xFF

  init() { (slots, mask) = (DecodeCache.empty(64), 63) }

  deinit { slots.deallocate() }

  /// Tells ahead that `bytes` will be looked for.
  @inline(__always)
  func prefetch(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard mask >= DecodeCache.near, bytes.count <= 24 else { return }
    Prefetch.fetch(slots.baseAddress! + home(DecodeCache.words(bytes), UInt8(bytes.count)))
  }

  /// What was remembered of `bytes`; nil where they are new.
  @inline(__always)
  func find(_ bytes: UnsafeBufferPointer<UInt8>) -> Decoded? {
    guard bytes.count <= 24 else { return longer.find(bytes).map { longerResults[$0] } }
    let place = place(DecodeCache.words(bytes), UInt8(bytes.count))
    return slots[place].length == DecodeCache.free ? nil : slots[place].result
  }

  /// Remembers what `bytes` decode to, and returns it.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ result: Decoded) -> Decoded {
    // Texts of such length hardly come twice, and a hundred thousand of them would fill the memory.
    guard bytes.count <= 256 else { return result }
    if used + longerResults.count >= DecodeCache.capacity { removeAll() }
    guard bytes.count <= 24 else {
      _ = longer.insert(bytes)
      longerResults.append(result)
      return result
    }
    if used * 2 > mask { grow() }
    used += 1
    let key = DecodeCache.words(bytes)
    let length = UInt8(bytes.count)
    slots[place(key, length)] = Slot(key: key, result: result, length: length)
    return result
  }

  private mutating func removeAll() {
    slots.deallocate()
    (slots, mask, used) = (DecodeCache.empty(64), 63, 0)
    longer.removeAll()
    longerResults.removeAll()
  }

  private mutating func grow() {
    let old = slots
    (slots, mask) = (DecodeCache.empty(old.count * 2), old.count * 2 - 1)
    for slot in old where slot.length != DecodeCache.free { slots[place(slot.key, slot.length)] = slot }
    old.deallocate()
  }

  private static func empty(_ size: Int) -> UnsafeMutableBufferPointer<Slot> {
    let slots = LargeMemory.allocate(size, of: Slot.self)
    slots.initialize(repeating: Slot(key: (0, 0, 0), result: .missing, length: free))
    return slots
  }

  /// Where a text belongs.
  @inline(__always)
  private func home(_ key: Words, _ length: UInt8) -> Int {
    let first = (key.0 ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: key.1 ^ 0x8EBC_6AF0_9C88_C6E3)
    let second = (first.high ^ first.low ^ UInt64(length)).multipliedFullWidth(by: key.2 ^ 0xD6E8_FEB8_6659_FD93)
    // What the first product says is mixed in again: the second is 0 for one word that a cell may hold.
    return Int(truncatingIfNeeded: second.high ^ second.low ^ first.high ^ first.low) & mask
  }

  /// The slot of a text, or the free one where it would go.
  @inline(__always)
  private func place(_ key: Words, _ length: UInt8) -> Int {
    var place = home(key, length)
    while slots[place].length != DecodeCache.free, slots[place].length != length || slots[place].key != key {
      place = (place + 1) & mask
    }
    return place
  }

  /// At most 24 bytes as three words, which overlap where there are fewer; with the length they tell the text.
  @inline(__always)
  private static func words(_ bytes: UnsafeBufferPointer<UInt8>) -> Words {
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
