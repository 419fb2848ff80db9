import TestSupport
import Testing

@testable import Stages

@Suite struct SampledStreamTests {
  private let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }

  @Test(arguments: [0, 1, 65_536, 70_000, 300_000], [7, Int.max]) func nothingIsLost(size: Int, step: Int) throws {
    let stream = try SampledStream(MemoryStream(bytes, step: step), sampleSize: size)
    #expect(stream.sample == Array(bytes.prefix(size)))
    #expect(try all(step: 1000) { try stream.read(into: $0) } == bytes)
  }
}
