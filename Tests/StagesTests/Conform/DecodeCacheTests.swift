import Domain
import TestSupport
import Testing

@testable import Stages

@Suite struct DecodeCacheTests {
  @Test func aSlotIsALineOfTheCache() {
    #expect(MemoryLayout<DecodeCache.Slot>.stride == 64)
  }

  /// Texts of every length around the limits of words and slots, many of which differ in one byte alone.
  @Test func remembersLikeADictionary() {
    var random = SeededGenerator(seed: 11)
    var memo = DecodeCache()
    var model: [[UInt8]: Int] = [:]
    var differences = 0
    for step in 0..<60_000 {
      let length = Int.random(in: 0...40, using: &random)
      var text = (0..<length).map { UInt8(truncatingIfNeeded: $0 * 7) }
      if length > 0 { text[Int.random(in: 0..<length, using: &random)] ^= UInt8.random(in: 0...3, using: &random) }
      text.withUnsafeBufferPointer { bytes in
        if memo.find(bytes)?.values.0 != model[text] { differences += 1 }
        if model[text] == nil { _ = memo.add(bytes, .value(step)) }
      }
      if model[text] == nil { model[text] = step }
    }
    #expect(differences == 0)
    #expect(model.count > 2000)
  }

  @Test func isEmptiedWhenFull() {
    var memo = DecodeCache()
    func find(_ number: Int) -> Int? {
      Array("\(number)".utf8).withUnsafeBufferPointer { memo.find($0)?.values.0 }
    }
    for number in 0...DecodeCache.capacity {
      _ = Array("\(number)".utf8).withUnsafeBufferPointer { memo.add($0, .value(number)) }
    }
    #expect(find(0) == nil)
    #expect(find(DecodeCache.capacity) == DecodeCache.capacity)
  }
}
