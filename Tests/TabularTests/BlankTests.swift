import Testing

@testable import Tabular

@Suite struct BlankTests {
  @Test(arguments: [
    ("a", "a"), ("", ""), (" a b\t", "a b"), ("\u{3000}\u{A0}a\u{200B}\u{FEFF}", "a"), ("  ", ""), ("\u{3000}", ""),
    // Characters that end or begin like a blank.
    ("一", "一"), ("ｿ", "ｿ"), ("、à", "、à"), ("\u{2000}", "\u{2000}"), ("€", "€"), ("\u{301}", "\u{301}"),
  ])
  func dropsBlanksAtBothEnds(text: String, expected: String) {
    let bytes = Array("<\(text)>".utf8)
    let range = bytes.withUnsafeBufferPointer { Blank.trimmed($0.baseAddress!, 1, $0.count - 1) }
    #expect(String(decoding: bytes[range.start..<range.end], as: UTF8.self) == expected)
    let other = TextEncoding.gb18030.encoded("<\(text)>")
    let otherRange = other.withUnsafeBufferPointer { Blank.trimmedOfGB18030($0.baseAddress!, 1, $0.count - 1) }
    #expect(Array(other[otherRange.start..<otherRange.end]) == TextEncoding.gb18030.encoded(expected))
  }
}
