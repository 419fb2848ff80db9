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
