import Domain
import GRDB
import Warehouse

/// Decides which postings are copies: the same job by an agency or on a second platform, while the first is valid.
///
/// Within a group, ordered by (posted_on, not reposted first, platform, posting id, hashes of the key), a row is a copy if
/// an earlier canonical row of another platform (of any, where the row says what it reposts) was valid when it was
/// posted. The decision depends on the set of rows alone, not on the order in which files arrived; so the hashes, since
/// rows of a source with a derived key have no posting id.
struct CopySettler {
  private let db: Database
  private let layout: FactLayout

  init(_ db: Database, layout: FactLayout) {
    self.db = db
    self.layout = layout
  }

  private struct Member {
    let row: FactRow
    let unit: String
    let posting: String
  }

  /// - Parameters:
  ///   - first: id of the first version just loaded; 0 where none was.
  ///   - groups: group of each version just loaded; 0 where it no longer counts.
  ///   - left: groups that lost a member.
  func settle(first: Int, groups: [UInt64], left: [Int], _ cubes: inout CubeUpdate) throws {
    var candidates = try GroupCandidates(FactSegments(db, layout.table)).find(first: first, groups: groups, left: left)
    candidates.sort { ($0.group, $0.id) < ($1.group, $1.id) }
    let forced = Set(left.map { UInt64($0) })
    let member = try BulkStatement(
      db,
      """
      SELECT \(layout.table.columnList), (SELECT name FROM unit WHERE id = unit), \(layout.table.keys[0])
      FROM \(layout.table.name) WHERE id = ?
      """)
    let flag = try BulkStatement(db, "UPDATE \(layout.table.name) SET is_copy = ? WHERE id = ?")
    var start = 0
    while start < candidates.count {
      let group = candidates[start].group
      let end = candidates[start...].firstIndex { $0.group != group } ?? candidates.count
      if end - start > 1 || forced.contains(group) {
        var members: [Member] = []
        for candidate in candidates[start..<end] {
          member.bind(candidate.id, 1)
          guard try member.step() else { continue }
          let count = layout.table.numbers.count + layout.table.keys.count
          members.append(
            Member(row: layout.row(member), unit: member.text(count), posting: member.text(count + 1)))
          member.reset()
        }
        try settle(members, flag, &cubes)
      }
      start = end
    }
  }

  private func settle(_ members: [Member], _ flag: borrowing BulkStatement, _ cubes: inout CubeUpdate) throws {
    func value(_ member: Member, _ column: String) -> Int { member.row[layout.place(column)] ?? 0 }
    func rank(_ member: Member) -> (Int, Int, String, String, Int, Int) {
      let values = member.row.values
      return (
        value(member, "posted_on"), value(member, "is_repost"), member.unit, member.posting, values[FactRow.key],
        values[FactRow.keyCheck]
      )
    }
    let ordered = members.sorted { rank($0) < rank($1) }
    // The last day on which an original of each platform was valid: all of them were posted before those still to come.
    var lastDays: [Int: Int] = [:]
    for member in ordered {
      let posted = value(member, "posted_on")
      let (unit, isRepost) = (value(member, "unit"), value(member, "is_repost") == 1)
      let isCopy = lastDays.contains { ($0.key != unit || isRepost) && posted <= $0.value }
      if !isCopy { lastDays[unit] = max(lastDays[unit] ?? Int.min, value(member, "ends_on")) }
      guard isCopy != (value(member, "is_copy") == 1), let place = layout.place("is_copy") else { continue }
      var row = member.row
      row.withView(layout.firstOwn) { cubes.applyToCube($0, sign: -1) }
      row.values[place] = isCopy ? 1 : 0
      row.withView(layout.firstOwn) { cubes.applyToCube($0, sign: 1) }
      flag.bind(isCopy ? 1 : 0, 1)
      flag.bind(row.values[FactRow.id], 2)
      try flag.run()
    }
  }
}
