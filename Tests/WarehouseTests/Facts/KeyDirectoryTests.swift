import Testing
import Warehouse

@Suite struct KeyDirectoryTests {
  /// A hash whose first bits are few, so that many share a place.
  private func hash(_ key: Int) -> UInt64 { UInt64(key % 7) << 61 | UInt64(key) << 33 | 1 }

  private func candidates(_ directory: borrowing KeyDirectory, _ hash: UInt64) -> [Int] {
    var probe = directory.probe(hash)
    var result: [Int] = []
    while let id = directory.next(&probe) { result.append(id) }
    return result
  }

  @Test func everyVersionIsAmongTheCandidatesOfItsHash() {
    var directory = KeyDirectory()
    // More than the first size holds, so that it grows several times.
    for id in 1...20_000 { directory.insert(hash(id), id) }
    #expect(directory.count == 20_000)
    for id in 1...20_000 { #expect(candidates(directory, hash(id)) == [id]) }
    #expect(candidates(directory, hash(20_001)).isEmpty)
  }

  @Test func hashesThatAgreeInTheirFirstHalfAreAllGiven() {
    var directory = KeyDirectory(capacity: 10)
    directory.insert(0xAAAA_0000_0000_0001, 1)
    directory.insert(0xAAAA_0000_0000_0002, 2)
    #expect(Set(candidates(directory, 0xAAAA_0000_0000_0003)) == [1, 2])
  }

  @Test func aLaterVersionTakesThePlaceOfAnEarlierOne() {
    var directory = KeyDirectory()
    directory.insert(hash(1), 1)
    directory.insert(hash(8), 2)
    var probe = directory.probe(hash(1))
    #expect(directory.next(&probe) == 1)
    directory.replace(probe, with: 3)
    #expect(candidates(directory, hash(1)) == [3])
    #expect(candidates(directory, hash(8)) == [2])
  }
}
