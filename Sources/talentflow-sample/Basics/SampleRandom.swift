/// SplitMix64: the same seed and stream give the same numbers on every machine.
///
/// Only integer arithmetic and exact floating-point operations are used, so nothing depends on a maths library.
struct SampleRandom {
  private var state: UInt64

  /// - Parameter stream: keeps systems and quarters independent of each other's volume.
  init(seed: UInt64, stream: UInt64) {
    state = seed &+ stream &* 0xD134_2543_DE82_EF95
    _ = next()
    _ = next()
  }

  /// Numbers that follow from a text alone, so that those of nothing else depend on them.
  ///
  /// - Parameter stream: tells apart what is drawn of one text.
  init(of text: String, _ stream: UInt64) {
    // FNV-1a, 64 bits.
    let hash = text.utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    self.init(seed: hash, stream: stream)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// In 0..<1, with 53 bits.
  mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  mutating func chance(_ probability: Double) -> Bool { unit() < probability }

  mutating func integer(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.upperBound - range.lowerBound + 1))
  }

  mutating func pick<Value>(_ values: [Value]) -> Value { values[integer(0...(values.count - 1))] }

  /// A whole number whose mean is `expected`.
  mutating func count(_ expected: Double) -> Int {
    let whole = Int(expected)
    return whole + (chance(expected - Double(whole)) ? 1 : 0)
  }
}
