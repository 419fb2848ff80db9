import CLZ4
import TestSupport
import Testing

@Suite struct LZ4Tests {
  private func packed(_ bytes: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: lz4_bound(bytes.count)) { room, count in
      count = lz4_pack(bytes, bytes.count, room.baseAddress)
    }
  }

  private func unpacked(_ block: [UInt8], size: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0xAA, count: size)
    return lz4_unpack(block, block.count, &bytes, size) == 0 ? bytes : nil
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func whatIsPackedComesBack(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var differences = 0
    for _ in 0..<500 {
      let alphabet = UInt8.random(in: 1...255, using: &random)
      let count = Int.random(in: 0...400, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0..<alphabet, using: &random) }
      let block = packed(bytes)
      if block.count > lz4_bound(count) || unpacked(block, size: count) != bytes { differences += 1 }
      if count > 0, unpacked(block, size: count - 1) != nil || unpacked(block, size: count + 1) != nil {
        differences += 1
      }
    }
    #expect(differences == 0)
  }

  @Test func textGetsShorter() {
    let text = Array(String(repeating: "负责车辆调度与运输路线优化，并负责财务凭证的审核及账务处理。", count: 2000).utf8)
    let block = packed(text)
    #expect(block.count * 100 < text.count)
    #expect(unpacked(block, size: text.count) == text)
  }

  /// A match may lie 65,535 bytes back, and no further.
  @Test(arguments: [65_500, 65_535, 65_536, 70_000]) func repetitionFarBack(distance: Int) {
    var random = SeededGenerator(seed: 9)
    let head = (0..<64).map { _ in UInt8.random(in: 0...255, using: &random) }
    let noise = (0..<(distance - 64)).map { _ in UInt8.random(in: 0...255, using: &random) }
    let bytes = head + noise + head + [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]
    #expect(unpacked(packed(bytes), size: bytes.count) == bytes)
  }

  /// Blocks of the reference implementation (`lz4.block.compress(text, store_size=False)` of PyPI's lz4 4.4).
  @Test func readsWhatOthersPack() {
    #expect(unpacked([0x50, 0x68, 0x65, 0x6C, 0x6C, 0x6F], size: 5) == Array("hello".utf8))
    let runs: [UInt8] = [0x1F, 0x61, 0x01, 0x00, 0x4B, 0x50, 0x61, 0x61, 0x61, 0x61, 0x61]
    #expect(unpacked(runs, size: 100) == [UInt8](repeating: 0x61, count: 100))
  }

  @Test func damageIsToldAndStaysWithin() {
    var random = SeededGenerator(seed: 5)
    let text = Array(String(repeating: "熟练使用常用办公软件, 良好的沟通能力; ", count: 40).utf8)
    let block = packed(text)
    var told = 0
    for _ in 0..<3000 {
      var damaged = block
      damaged[Int.random(in: 0..<block.count, using: &random)] ^= 1 << UInt8.random(in: 0...7, using: &random)
      if unpacked(damaged, size: text.count) == nil { told += 1 }
    }
    #expect(told > 300)
    for length in 0..<block.count { #expect(unpacked(Array(block[..<length]), size: text.count) == nil) }
  }
}
