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
