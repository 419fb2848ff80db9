import Tabular
import Testing

@Suite struct ByteHashTests {
  private func hash(_ text: String) -> UInt64 { Array(text.utf8).withUnsafeBufferPointer { ByteHash.hash($0) } }

  /// Values computed by another program: they stand in warehouses, so they must never change.
  @Test(
    arguments: [
      ("", 0x545F_23DD_CFE8_38C4), ("a", 0x6A40_478B_6D07_690B), ("岗位", 0x458F_7426_A190_E3E9),
      ("abcdefgh", 0xC96D_5421_1FEA_6722), ("91350100M000100Y43", 0x3C44_DACB_DCF7_AF81),
      (String(repeating: "职位描述", count: 50), 0x4A50_0D86_C779_3212),
    ] as [(String, UInt64)])
  func valuesStayTheSame(text: String, expected: UInt64) {
    #expect(hash(text) == expected)
  }

  @Test func seedAndCombineStayTheSame() {
    #expect(Array("岗位".utf8).withUnsafeBufferPointer { ByteHash.hash($0, seed: 7) } == 0x3BA0_4D27_93E2_EA34)
    #expect(ByteHash.combine(1, -5) == 0xA63A_1557_8161_F3E2)
  }

  @Test func everyByteAndTheLengthCount() {
    let texts = (0...130).flatMap { length in
      (0...length).map { changed in
        String(repeating: "a", count: changed) + (changed < length ? "b" : "")
          + String(repeating: "a", count: max(length - changed - 1, 0))
      }
    }
    #expect(Set(texts.map(hash)).count == Set(texts).count)
  }
}
