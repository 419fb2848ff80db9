import Testing

@testable import Domain

@Suite struct NumberMapTests {
  @Test func findsWhatWasPutIn() {
    let pairs = (0..<3000).map { (key: $0 * 10_007 - 5_000_000, value: $0 + 1) }
    let map = NumberMap(pairs)
    #expect(pairs.allSatisfy { map[$0.key] == $0.value })
    #expect(map[1] == 0 && NumberMap([])[1] == 0)
    #expect(NumberMap([(1, 2), (1, 3)])[1] == 3)
  }
}
