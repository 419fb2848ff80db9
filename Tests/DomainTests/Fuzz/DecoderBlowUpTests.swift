import Domain
import Testing

/// A cell of a quarter of a megabyte takes no longer than as much in many cells.
@Suite(.serialized) struct DecoderBlowUpTests {
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "1", "111,", "1.", "1-", "万", "以上", "学历", "吉林", "2026-01-01 ", "\u{3000}", "\u{301}", "\u{200D}👩", "\r\n",
      "\u{FF11}",
    ])
  func manyOf(piece: String) {
    let bytes = Array(String(repeating: piece, count: (256 << 10) / piece.utf8.count).utf8)
    #expect(DecoderProperties.violations(bytes) == [])
  }
}
