import Testing
import Warehouse

@Suite struct CubeDeltasTests {
  private let queue: DatabaseQueue
  private let key = CubeDeltasTests.key([1, 24_320, 1_450_602, 0])

  init() throws { queue = try Warehouse.inMemory().queue }

  private static func key(_ parts: [Int]) -> CubeKey {
    CubeKey(CubeAxisNumber(parts[0])!, CubePlace(month: parts[1], region: parts[2]), code: parts[3])
  }

  private func flush(_ values: [(CubeKey, CubeValue)]) throws {
    try queue.write { db in
      var deltas = CubeDeltas()
      for (key, value) in values { deltas.add(value, to: key) }
      try deltas.flush(db)
      #expect(deltas.count == 0)
    }
  }

  private func cells() throws -> [[Int]] {
    try queue.read { db in
      try Row.fetchAll(db, sql: "SELECT month, registered, ended, closed, filled FROM cube ORDER BY month").map { row in
        (0..<5).map { row[$0] }
      }
    }
  }

  @Test func addsToWhatIsStored() throws {
    try flush([(key, CubeValue(registered: 3)), (key, CubeValue(registered: 2, ended: 1))])
    try flush([(key, CubeValue(registered: -1, closed: 4, filled: 2))])
    #expect(try cells() == [[24_320, 4, 1, 4, 2]])
  }

  @Test func cellsThatBecomeZeroAreRemoved() throws {
    let other = CubeDeltasTests.key([1, 24_321, 1_450_602, 0])
    try flush([(key, CubeValue(registered: 3)), (other, CubeValue(ended: 3))])
    try flush([(key, CubeValue(registered: -3)), (other, CubeValue(registered: 1, ended: -3))])
    #expect(try cells() == [[24_321, 1, 0, 0, 0]])
  }

  @Test func differencesThatCancelLeaveNothing() throws {
    try flush([(key, CubeValue(registered: 3)), (key, CubeValue(registered: -3))])
    #expect(try cells().isEmpty)
  }

  /// The parts of a key are packed: the largest of each must not reach into the next.
  @Test func keysDifferInEveryPartAndComeBackWhole() throws {
    let largest = [CubeAxisNumber.limit, 9999 * 12 + 11, (1 << 36) - 1, 1_999_999_999_999_999]
    var keys = [[1, 0, 0, 0], [2, 0, 0, 0], [1, 1, 0, 0], [1, 0, 1, 0], [1, 0, 0, 1], largest]
    for part in 0..<4 {
      var key = [1, 0, 0, 0]
      key[part] = largest[part]
      keys.append(key)
    }
    try flush(keys.map { (CubeDeltasTests.key($0), CubeValue(registered: 1)) })
    let stored = try queue.read { db in
      try Row.fetchAll(db, sql: "SELECT axis, month, region, code FROM cube").map { row in
        (0..<4).map { row[$0] as Int }
      }
    }
    #expect(Set(stored) == Set(keys) && stored.count == keys.count)
  }

  @Test(arguments: [Int.min, -1, 0, CubeAxisNumber.limit + 1, 1 << 11, Int.max])
  func numbersThatNoKeyHasRoomForAreRefused(number: Int) {
    #expect(CubeAxisNumber(number) == nil)
  }
}
