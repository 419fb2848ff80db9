import CRecordIndex
import Tabular
import Testing

@Suite struct TextMarksTests {
  private func marks(_ bytes: [UInt8]) -> [Bool] {
    let marks = bytes.withUnsafeBufferPointer { TextMarks(of: $0) }
    return [marks.hasNul, marks.hasReplacement]
  }

  @Test(arguments: [0, 1, 15, 16, 17, 31, 64, 1000]) func areFoundAnywhere(count: Int) {
    let text = [UInt8](repeating: 0x41, count: count)
    #expect(marks(text) == [false, false])
    for place in 0...count {
      #expect(marks(text[..<place] + [0] + text[place...]) == [true, false])
      #expect(marks(text[..<place] + [0xEF, 0xBF, 0xBD] + text[place...]) == [false, true])
    }
  }

  @Test func likeBytesAreNone() {
    // ， and U+FFFC, and the three bytes in another order or cut off.
    #expect(marks(Array("，\u{FFFC}".utf8)) == [false, false])
    #expect(marks([0xEF, 0xBD, 0xBF]) == [false, false])
    #expect(marks([0x41, 0xEF, 0xBF]) == [false, false])
  }
}

/// Against a count byte by byte.
@Suite struct DigitDensityTests {
  private func mayHold(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { TextMarks.mayHoldDigits($0, least: 10) }
  }

  @Test(arguments: 0...140) func tenDigitsAnywhereAreSeen(_ offset: Int) {
    let filler = [UInt8](repeating: UInt8(ascii: "a"), count: offset)
    let digits = Array("1380-0138-00".utf8)
    #expect(mayHold(filler + digits + filler))
    #expect(mayHold(filler + Array("１３８ ００１３ ８０００".utf8)))
    #expect(!mayHold(filler + Array("123456789".utf8) + filler))
    #expect(!mayHold(filler + Array("，。：；".utf8) + filler))
  }

  @Test func digitsFarApartAreNoNumber() {
    let far = (0..<30).flatMap { _ in [UInt8(ascii: "7")] + [UInt8](repeating: UInt8(ascii: " "), count: 30) }
    #expect(!mayHold(far))
    #expect(!mayHold([]))
  }
}

/// Every way to compare gives the same answer.
@Suite struct TextMethodTests {
  private static let methods = [record_method_scalar, record_method_vector, record_method_avx2]
    .filter(record_method_exists)

  /// Bytes of which digits, full-width digits and marks are made come up often.
  private func text(_ count: Int, _ random: inout SystemRandomNumberGenerator) -> [UInt8] {
    let common: [UInt8] = [0x30, 0x39, 0xEF, 0xBC, 0x90, 0x99, 0x9A, 0xBF, 0xBD]
    return (0..<count).map { _ in
      Int.random(in: 0..<8, using: &random) < 3 ? common.randomElement(using: &random)! : UInt8.random(in: 1...255)
    }
  }

  @Test func agree() {
    var random = SystemRandomNumberGenerator()
    for count in 0..<400 {
      var bytes = text(count, &random)
      if count % 7 == 3 { bytes[Int.random(in: 0..<count)] = 0 }
      let answers = TextMethodTests.methods.map { method in
        bytes.withUnsafeBufferPointer { bytes in
          [Int(text_marks(bytes.baseAddress, bytes.count, method))]
            + [1, 5, 10, 20, 40].map { least in
              text_may_hold_digits(bytes.baseAddress, bytes.count, least, method) ? 1 : 0
            }
        }
      }
      #expect(Set(answers).count == 1, "\(bytes)")
    }
  }
}
