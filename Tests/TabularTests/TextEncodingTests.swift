import Tabular
import TestSupport
import Testing

@Suite struct TextEncodingTests {
  @Test(arguments: TextEncoding.allCases) func roundTripsAnyText(encoding: TextEncoding) throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<400 {
      var text = String.UnicodeScalarView()
      for _ in 0..<20 {
        let plane: ClosedRange<UInt32> =
          [0x20...0x7E, 0xA1...0x3FF, 0x4E00...0x9FA5, 0x20000...0x2A6D6].randomElement(using: &random) ?? 0...0
        if let scalar = Unicode.Scalar(UInt32.random(in: plane, using: &random)) { text.append(scalar) }
      }
      let decoded = encoding.encoded(String(text)).withUnsafeBufferPointer { encoding.decoded($0) }
      #expect(decoded == Array(String(text).utf8))
    }
  }

  @Test func encodesByTheStandard() {
    let bytes: [UInt8] = [0xBA, 0xBA, 0xD7, 0xD6, 0x2C, 0x81, 0x39, 0xEE, 0x39, 0x95, 0x32, 0x82, 0x36, 0xA8, 0xA6]
    #expect(TextEncoding.gb18030.encoded("汉字,\u{3400}\u{20000}é") == bytes)
    #expect(TextEncoding.utf8.encoded("汉") == [0xE6, 0xB1, 0x89])
    #expect(TextEncoding.gb18030.encoded("").isEmpty)
  }

  @Test(arguments: [
    [0xFF], [0xC0, 0x80], [0xE6, 0xB1], [0xED, 0xA0, 0x80], [0x61, 0x80], [0xF5, 0x80, 0x80, 0x80],
  ])
  func refusesBadUTF8(bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer {
      #expect(!TextEncoding.utf8.isValid($0))
      #expect(TextEncoding.utf8.decoded($0) == nil)
    }
  }

  @Test(arguments: [[0xFF], [0xBA], [0xBA, 0x20], [0x61, 0x81, 0x30, 0x81], [0xBA, 0xBA, 0xFF, 0x41]])
  func refusesBadGB18030(bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer {
      #expect(!TextEncoding.gb18030.isValid($0))
      #expect(TextEncoding.gb18030.decoded($0) == nil)
    }
  }
}
