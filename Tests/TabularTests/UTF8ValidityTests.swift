import CRecordIndex
import Tabular
import TestSupport
import Testing

/// The validators against the standard library's.
@Suite struct UTF8ValidityTests {
  private static let methods = [record_method_scalar, record_method_vector, record_method_avx2]
    .filter(record_method_exists)

  private func isSame(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      let expected = (try? UTF8Span(validating: Span(_unsafeElements: buffer))) != nil
      return UTF8ValidityTests.methods.allSatisfy { utf8_is_valid(buffer.baseAddress, buffer.count, $0) == expected }
    }
  }

  /// Every way for two bytes to follow each other, at every place of a block.
  @Test func everyPairOfBytes() {
    var different: [[UInt8]] = []
    for first in UInt8(0x7F)...0xFF {
      for second in UInt8(0x7F)...0xFF {
        for tail: [UInt8] in [[], [0x80], [0x80, 0xBF], [0x41]] {
          let place = Int(first) * 7 + Int(second)
          var bytes = [UInt8](repeating: 0x61, count: place % 70) + [first, second] + tail
          if !isSame(bytes) { different.append(bytes) }
          bytes += [UInt8](repeating: 0x61, count: 64)
          if !isSame(bytes) { different.append(bytes) }
        }
      }
    }
    #expect(different.isEmpty)
  }

  @Test(arguments: 0..<200) func textsWithOneByteChanged(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var text = ""
    for _ in 0..<Int.random(in: 0...80, using: &random) {
      text +=
        ["a", "é", "岗", "\u{20000}", "\u{FFFF}", "long ascii text with nothing in it "].randomElement(using: &random)
        ?? ""
    }
    var bytes = Array(text.utf8)
    #expect(isSame(bytes))
    for _ in 0..<40 {
      guard let place = bytes.indices.randomElement(using: &random) else { return }
      let before = bytes[place]
      bytes[place] = UInt8.random(in: 0x70...0xFF, using: &random)
      #expect(isSame(bytes), "\(bytes)")
      #expect(isSame(Array(bytes[..<place])), "\(bytes[..<place])")
      bytes[place] = before
    }
  }
}
