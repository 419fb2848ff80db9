import Glibc
import Tabular
import TestSupport
import Testing

/// The decoder against the system's iconv.
@Suite struct GB18030Tests {
  /// What iconv makes of single texts, with one handle for all.
  private final class Iconv {
    private let handle = iconv_open("UTF-8", "GB18030")
    deinit { iconv_close(handle) }

    func decoded(_ bytes: [UInt8]) -> [UInt8]? {
      var input = bytes.map { CChar(bitPattern: $0) }
      var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
      let written = input.withUnsafeMutableBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
          var (from, left) = (input.baseAddress, input.count)
          var (to, room) = (output.baseAddress, output.count)
          iconv(handle, nil, nil, nil, nil)
          return iconv(handle, &from, &left, &to, &room) == -1 ? nil : output.count - room
        }
      }
      return written.map { output[..<$0].map { UInt8(bitPattern: $0) } }
    }
  }

  private let reference = Iconv()

  private func isSame(_ bytes: [UInt8]) -> Bool {
    let expected = reference.decoded(bytes)
    return bytes.withUnsafeBufferPointer {
      TextEncoding.gb18030.decoded($0) == expected && TextEncoding.gb18030.isValid($0) == (expected != nil)
    }
  }

  @Test func everySequenceOfOneOrTwoBytes() {
    var different: [[UInt8]] = []
    for first in UInt8.min...UInt8.max {
      if !isSame([first]) { different.append([first]) }
      for second in UInt8.min...UInt8.max where !isSame([first, second]) { different.append([first, second]) }
    }
    #expect(different.isEmpty)
  }

  @Test func sequencesOfFourBytes() {
    var random = SeededGenerator(seed: 1)
    var different: [[UInt8]] = []
    for _ in 0..<60_000 {
      let sequence: [UInt8] = [
        // A third each from the basic plane, from anywhere, and with a byte that may be out of range.
        UInt8.random(
          in: [0x81...0x84, 0x81...0xFE, 0x80...0xFF].randomElement(using: &random) ?? 0...0, using: &random),
        UInt8.random(in: Int.random(in: 0..<9, using: &random) == 0 ? 0x2E...0x3B : 0x30...0x39, using: &random),
        UInt8.random(in: Int.random(in: 0..<9, using: &random) == 0 ? 0x7F...0xFF : 0x81...0xFE, using: &random),
        UInt8.random(in: 0x30...0x39, using: &random),
      ]
      if !isSame(sequence) { different.append(sequence) }
    }
    #expect(different.isEmpty)
  }

  @Test func theLimitsOfThePlanes() {
    for sequence: [UInt8] in [
      [0x81, 0x30, 0x81, 0x30], [0x84, 0x31, 0xA4, 0x39], [0x84, 0x31, 0xA5, 0x30], [0x8F, 0x39, 0xFE, 0x39],
      [0x90, 0x30, 0x81, 0x30], [0xE3, 0x32, 0x9A, 0x35], [0xE3, 0x32, 0x9A, 0x36], [0xFE, 0x39, 0xFE, 0x39],
    ] { #expect(isSame(sequence), "\(sequence)") }
  }

  @Test(arguments: 0..<50) func textsOfAllSorts(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...60, using: &random) {
      bytes += TextEncoding.gb18030.encoded(
        ["岗位", "a,", "long ascii text", "\u{20000}", "é"].randomElement(using: &random) ?? "")
    }
    #expect(isSame(bytes))
    guard let place = bytes.indices.randomElement(using: &random) else { return }
    bytes[place] = UInt8.random(in: 0...255, using: &random)
    #expect(isSame(bytes))
    #expect(isSame(Array(bytes[..<place])))
  }

  @Test func decodesIntoGivenRoom() {
    let bytes = TextEncoding.gb18030.encoded("岗位 x")
    let room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: TextEncoding.decodedCapacity(of: bytes.count))
    defer { room.deallocate() }
    let count = bytes.withUnsafeBufferPointer { TextEncoding.gb18030.decode($0, into: room) }
    #expect(count.map { Array(room[..<$0]) } == Array("岗位 x".utf8))
  }

  @Test(arguments: TextEncoding.allCases) func appendsAllOrNothing(encoding: TextEncoding) {
    var output = Array("<".utf8)
    for text in ["岗位", "", "x"] {
      #expect(encoding.encoded(text).withUnsafeBufferPointer { encoding.decode($0, appendingTo: &output) })
    }
    #expect([0x61, 0xFF].withUnsafeBufferPointer { !encoding.decode($0, appendingTo: &output) })
    #expect(output == Array("<岗位x".utf8))
  }

  /// The table is filled once, whoever comes first.
  @Test func threadsMayAskAtOnce() async {
    let bytes = TextEncoding.gb18030.encoded("岗位")
    let answers = await withTaskGroup(of: [UInt8]?.self) { group in
      for _ in 0..<8 { group.addTask { bytes.withUnsafeBufferPointer { TextEncoding.gb18030.decoded($0) } } }
      return await group.reduce(into: Set<[UInt8]?>()) { $0.insert($1) }
    }
    #expect(answers == [Array("岗位".utf8)])
  }
}
