import Domain
import Testing

@Suite struct TimestampTextTests {
  private func parse(_ text: String) -> Int? { Array(text.utf8).withUnsafeBufferPointer { TimestampText.parse($0) } }

  @Test(arguments: [
    ("1970-01-01", 0), ("1970-01-01 00:00:01", 1), ("1970/1/2 1:02", 86_400 + 3720),
    ("2026-03-05T12:30:05", 1_772_713_805),
    ("2026年3月5日 12:30", 1_772_713_800), ("20260305 23:59:59", 1_772_755_199),
    ("2026-03-05 12:30:05.999", 1_772_713_805),
    ("2026.3.5", 1_772_668_800), ("2026-03-05T04:30:05Z", 1_772_713_805), ("2026-03-05T12:30:05+08:00", 1_772_713_805),
    ("2026-03-05T20:30:00Z", 1_772_771_400),
  ])
  func countsSeconds(text: String, seconds: Int) {
    #expect(parse(text) == seconds)
  }

  @Test(arguments: [
    "", "12:30", "2026-02-30 12:30", "2026-03-05 24:00", "2026-03-05 12:60", "2026-03-05 12:30:60", "2026-03-05 12:3",
    "2026-03-05 12:30x", "2026-03-05 12:30:05x", "2026-03-05 下午3点",
  ])
  func refuses(text: String) {
    #expect(parse(text) == nil)
  }
}
