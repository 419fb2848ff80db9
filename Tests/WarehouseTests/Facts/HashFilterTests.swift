import Testing
import Warehouse

@Suite struct HashFilterTests {
  @Test(arguments: [0, 1024, 1_000_003]) func whatWasInsertedIsFound(size: Int) {
    var generator = SystemRandomNumberGenerator()
    let hashes = (0..<10_000).map { _ in generator.next() } + [0, .max]
    var filter = HashFilter(size: size)
    for hash in hashes { filter.insert(hash) }
    #expect(hashes.allSatisfy(filter.contains))
  }

  @Test func fewOthersAreFound() {
    var generator = SystemRandomNumberGenerator()
    var filter = HashFilter(size: 1_000_000)
    for _ in 0..<10_000 { filter.insert(generator.next()) }
    // One in a hundred is expected; 4000 of 200,000 would be fifty deviations away.
    #expect((0..<200_000).count { _ in filter.contains(generator.next()) } < 4000)
  }
}
