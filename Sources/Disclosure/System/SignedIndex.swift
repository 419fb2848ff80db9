/// A number of a cell or sum with a sign, in one word: searches keep millions of them.
struct SignedIndex: Sendable, Hashable {
  private let bits: Int32

  init(_ index: Int, _ sign: Int) { bits = Int32(index) << 1 | (sign < 0 ? 1 : 0) }

  private init(bits: Int32) { self.bits = bits }

  var index: Int { Int(bits >> 1) }
  var sign: Int { 1 - Int(bits & 1) << 1 }
  var opposite: SignedIndex { SignedIndex(bits: bits ^ 1) }

  /// For telling sets of them apart: well mixed bits.
  var mixed: UInt64 {
    var word = UInt64(UInt32(bitPattern: bits)) &+ 0x9e37_79b9_7f4a_7c15
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }
}
