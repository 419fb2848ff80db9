import Domain
import TestSupport
import Testing

@testable import Stages

@Suite struct GzipReaderTests {
  private static let text = (0..<400).map { "\($0),港务,\($0 * 7919 % 101)\n" }.joined()
  private static let bytes = Array(text.utf8)

  private func unpacked(
    _ packed: [UInt8], step: Int = 4096, inputStep: Int = .max, limits: UnpackLimits = UnpackLimits()
  ) throws -> [UInt8] {
    let reader = try GzipReader(MemoryStream(packed, step: inputStep), path: "x.csv.gz", limits: limits)
    return try all(step: step) { try reader.read(into: $0) }
  }

  private func refusal(_ packed: [UInt8], limits: UnpackLimits = UnpackLimits()) -> PipelineError? {
    do {
      _ = try unpacked(packed, limits: limits)
      return nil
    } catch { return error as? PipelineError }
  }

  @Test(arguments: [1, 3, 4096], [1, 5, Int.max]) func unpacksWhateverThePieces(step: Int, inputStep: Int) throws {
    let packed = Gzip.packed(GzipReaderTests.bytes)
    #expect(try unpacked(packed, step: step, inputStep: inputStep) == GzipReaderTests.bytes)
    let half = GzipReaderTests.bytes.count / 2
    let two = Gzip.packed(Array(GzipReaderTests.bytes[..<half])) + Gzip.packed(Array(GzipReaderTests.bytes[half...]))
    #expect(try unpacked(two, step: step, inputStep: inputStep) == GzipReaderTests.bytes)
    #expect(try unpacked(two + [0, 0, 0], step: step, inputStep: inputStep) == GzipReaderTests.bytes)
    #expect(try unpacked(Gzip.packed([]) + packed + Gzip.packed([]), step: step) == GzipReaderTests.bytes)
  }

  @Test func whatIsCutShortIsRefused() throws {
    let packed = Gzip.packed(GzipReaderTests.bytes)
    for count in 0..<packed.count {
      let error = try #require(refusal(Array(packed[..<count])))
      #expect(error.code == .damagedGzip && error.exit == .data && error.message.contains("第 \(count) 字节处断了"))
    }
  }

  /// Whichever byte is damaged: refused, or the text is still the same (a date, a system).
  @Test func damageIsRefused() throws {
    let packed = Gzip.packed(GzipReaderTests.bytes)
    var refused = 0
    for place in packed.indices {
      for mask in [0x01, 0x80, 0xFF] as [UInt8] {
        var spoilt = packed
        spoilt[place] ^= mask
        if let error = refusal(spoilt) {
          #expect(error.code == .damagedGzip)
          refused += 1
        } else {
          #expect(try unpacked(spoilt) == GzipReaderTests.bytes)
        }
      }
    }
    #expect(refused > packed.count * 2)
  }

  @Test func whatFollowsMustBeGzip() throws {
    let packed = Gzip.packed(GzipReaderTests.bytes)
    #expect(refusal(packed + [1])?.message.contains("结尾之后还有别的内容") == true)
    #expect(refusal(packed + [0, 0, 1])?.code == .damagedGzip)
    #expect(refusal(packed + packed.prefix(20))?.message.contains("不完整") == true)
    #expect(refusal(GzipReaderTests.bytes)?.message.contains("不是完好的 gzip") == true)
  }

  @Test func aBombIsRefusedWithItsNumbers() throws {
    let bomb = Gzip.packed([UInt8](repeating: 0x2C, count: 3_000_000))
    let ratio = try #require(refusal(bomb, limits: UnpackLimits(ratio: 100, free: 1_000_000)))
    #expect(ratio.code == .unpackedTooLarge && ratio.exit == .data && ratio.message.contains("上限 100 倍 (1 MB 以内不限)"))
    let total = try #require(refusal(bomb, limits: UnpackLimits(total: 2_000_000)))
    #expect(total.code == .unpackedTooLarge && total.message.contains("上限 2 MB"))
    #expect(total.message.contains("已经解出 20"))
    // A small file may be as regular as it likes.
    #expect(refusal(bomb) == nil)
  }
}
