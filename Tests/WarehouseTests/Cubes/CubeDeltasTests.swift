import GRDB
import Testing
import Warehouse

@Suite struct CubeDeltasTests {
  private let queue: DatabaseQueue
  private let key = CubeKey(dataset: 1, dimension: 0, month: 24_320, region: 1_450_602, code: 0)

  init() throws { queue = try Warehouse.inMemory().queue }

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
    let other = CubeKey(dataset: 1, dimension: 0, month: 24_321, region: 1_450_602, code: 0)
    try flush([(key, CubeValue(registered: 3)), (other, CubeValue(ended: 3))])
    try flush([(key, CubeValue(registered: -3)), (other, CubeValue(registered: 1, ended: -3))])
    #expect(try cells() == [[24_321, 1, 0, 0, 0]])
  }

  @Test func differencesThatCancelLeaveNothing() throws {
    try flush([(key, CubeValue(registered: 3)), (key, CubeValue(registered: -3))])
    #expect(try cells().isEmpty)
  }

  @Test func keysDifferInEveryPart() throws {
    let keys = (0..<5).map { place -> CubeKey in
      let part = (0..<5).map { $0 == place ? 1 : 0 }
      return CubeKey(dataset: part[0], dimension: part[1], month: part[2], region: part[3], code: part[4])
    }
    try flush(keys.map { ($0, CubeValue(registered: 1)) })
    #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM cube") } == 5)
  }
}
