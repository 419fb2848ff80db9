import Tabular
import Testing

@Suite struct ByteHashTests {
  private func hash(_ text: String) -> UInt64 { Array(text.utf8).withUnsafeBufferPointer { ByteHash.hash($0) } }

  /// Values computed by another program: they stand in warehouses, so they must never change.
  @Test(
    arguments: [
      ("", 0x83ED_7B2D_E394_08DD), ("a", 0xA633_72F2_596A_7278), ("岗位", 0x7289_D846_EDEE_D966),
      ("abcdefgh", 0xE9EC_87C6_34FB_4F4D), ("91350100M000100Y43", 0x008C_CB6A_60AF_E030),
    ] as [(String, UInt64)])
  func valuesStayTheSame(text: String, expected: UInt64) {
    #expect(hash(text) == expected)
  }

  @Test func seedAndCombineStayTheSame() {
    #expect(Array("岗位".utf8).withUnsafeBufferPointer { ByteHash.hash($0, seed: 7) } == 0x092F_D668_AAE0_5E0A)
    #expect(ByteHash.combine(1, -5) == 0xE2F1_37BB_DF27_A31C)
  }

  @Test func everyByteAndTheLengthCount() {
    let texts = (0...40).flatMap { length in
      (0...length).map { changed in
        String(repeating: "a", count: changed) + (changed < length ? "b" : "")
          + String(repeating: "a", count: max(length - changed - 1, 0))
      }
    }
    #expect(Set(texts.map(hash)).count == Set(texts).count)
  }
}
