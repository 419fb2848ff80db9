import Domain
import Warehouse

/// Decides which postings are copies: the same job by an agency or on a second platform, while the first is valid.
///
/// Within a group, ordered by (posted_on, not reposted first, platform, posting id, hashes of the key), a row is a copy if
/// an earlier canonical row of another platform (of any, where the row says what it reposts) was valid when it was
/// posted. The decision depends on the set of rows alone, not on the order in which files arrived; so the hashes, since
/// rows of a source with a derived key have no posting id.
struct DuplicateResolver {
  private let db: Database
  private let layout: FactLayout

  init(_ db: Database, layout: FactLayout) {
    self.db = db
    self.layout = layout
  }

  /// What decides of a version; the rest of it is read where the decision changes.
  private struct Member {
    let id: Int
    let posted: Int
    let ends: Int
    let unit: Int
    let isRepost: Bool
    let isCopy: Bool
    /// Its place in the group: day, reposted, platform, posting id, hashes of the key.
    let rank: (Int, Int, String, String, Int, Int)
  }

  /// - Parameters:
  ///   - first: id of the first version just loaded; 0 where none was.
  ///   - groups: group of each version just loaded; 0 where it no longer counts.
  ///   - left: groups that lost a member.
  func settle(first: Int, groups: [UInt64], left: [Int], _ cubes: inout CubeUpdate) throws {
    var candidates = try GroupCandidates(FactSegments(db, layout.table)).find(first: first, groups: groups, left: left)
    candidates.sort { ($0.group, $0.id) < ($1.group, $1.id) }
    let forced = Set(left.map { UInt64($0) })
    let table = layout.table
    let member = try BulkStatement(
      db,
      """
      SELECT posted_on, ends_on, unit, is_repost, is_copy, key, key_check,
        (SELECT name FROM unit WHERE id = unit), \(table.keys[0]) FROM \(table.name) WHERE id = ?
      """)
    let whole = try BulkStatement(db, "SELECT \(table.columnList) FROM \(table.versions) WHERE id = ?")
    let flag = try BulkStatement(db, "UPDATE \(table.versions) SET is_copy = ? WHERE id = ?")
    var start = 0
    while start < candidates.count {
      let group = candidates[start].group
      let end = candidates[start...].firstIndex { $0.group != group } ?? candidates.count
      if end - start > 1 || forced.contains(group) {
        var members: [Member] = []
        for candidate in candidates[start..<end] {
          member.bind(candidate.id, 1)
          guard try member.step() else { continue }
          members.append(DuplicateResolver.member(candidate.id, member))
          member.reset()
        }
        try settle(members, whole, flag, &cubes)
      }
      start = end
    }
  }

  private static func member(_ id: Int, _ row: borrowing BulkStatement) -> Member {
    // Where there is no number, none: a day before all others, no platform, not reposted.
    func value(_ column: Int) -> Int { row.integer(column) == RowValues.missing ? 0 : row.integer(column) }
    return Member(
      id: id, posted: value(0), ends: value(1), unit: value(2), isRepost: value(3) == 1, isCopy: value(4) == 1,
      rank: (value(0), value(3), row.text(7), row.text(8), row.integer(5), row.integer(6)))
  }

  private func settle(
    _ members: [Member], _ whole: borrowing BulkStatement, _ flag: borrowing BulkStatement, _ cubes: inout CubeUpdate
  ) throws {
    // The last day on which an original of each platform was valid: all of them were posted before those still to come.
    var lastDays: [Int: Int] = [:]
    for member in members.sorted(by: { $0.rank < $1.rank }) {
      let isCopy = lastDays.contains { ($0.key != member.unit || member.isRepost) && member.posted <= $0.value }
      if !isCopy { lastDays[member.unit] = max(lastDays[member.unit] ?? Int.min, member.ends) }
      guard isCopy != member.isCopy, let place = layout.place("is_copy") else { continue }
      whole.bind(member.id, 1)
      guard try whole.step() else { continue }
      var row = layout.row(whole)
      whole.reset()
      row.withView(layout.firstOwn) { cubes.applyToCube($0, sign: -1) }
      row.values[place] = isCopy ? 1 : 0
      row.withView(layout.firstOwn) { cubes.applyToCube($0, sign: 1) }
      flag.bind(isCopy ? 1 : 0, 1)
      flag.bind(member.id, 2)
      try flag.run()
    }
  }
}
