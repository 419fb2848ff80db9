import Domain
import GRDB
import Warehouse

/// Decides which postings are copies: the same job by an agency or on a second platform, while the first is valid.
///
/// Within a group, ordered by (posted_on, not reposted first, platform, posting id), a row is a copy if an earlier
/// canonical row of another platform (of any, where the row says what it reposts) was valid when it was posted. The
/// decision depends on the set of rows alone, not on the order in which files arrived.
struct CopySettler {
  private let db: Database
  private let layout: FactLayout
  private let contribution: CubeContribution

  init(_ db: Database, layout: FactLayout, contribution: CubeContribution) {
    self.db = db
    self.layout = layout
    self.contribution = contribution
  }

  func settle(_ touched: [Int], _ deltas: inout CubeDeltas) throws {
    let name = layout.table.name
    let members = try BulkStatement(
      db,
      """
      SELECT p.id, p.posted_on, p.ends_on, p.unit, t.reposted_from IS NOT NULL, p.is_copy
      FROM \(name) p JOIN \(name)_text t ON t.id = p.texts JOIN unit u ON u.id = p.unit
      WHERE p.copy_group = ? ORDER BY p.posted_on, t.reposted_from IS NOT NULL, u.name, t.posting_id
      """)
    let flag = try BulkStatement(db, "UPDATE \(name) SET is_copy = ? WHERE id = ?")
    let row = try BulkStatement(db, "SELECT \(layout.columnList) FROM \(name) WHERE id = ?")
    for group in try groupsToLookAt(touched) {
      var canonical: [(posted: Int, ends: Int, unit: Int)] = []
      var changes: [(id: Int, isCopy: Int)] = []
      members.bind(group, 1)
      while try members.step() {
        let (posted, ends, unit) = (members.integer(1), members.integer(2), members.integer(3))
        let isReposted = members.integer(4) == 1
        let isCopy = canonical.contains {
          ($0.unit != unit || isReposted) && $0.posted <= posted && posted <= $0.ends
        }
        if !isCopy { canonical.append((posted, ends, unit)) }
        if (members.integer(5) == 1) != isCopy { changes.append((members.integer(0), isCopy ? 1 : 0)) }
      }
      for change in changes {
        row.bind(change.id, 1)
        guard try row.step() else { continue }
        var fact = layout.row(row)
        row.reset()
        contribution.apply(fact, sign: -1, to: &deltas)
        if let place = layout.place("is_copy") { fact.values[place] = change.isCopy }
        contribution.apply(fact, sign: 1, to: &deltas)
        flag.bind(change.isCopy, 1)
        flag.bind(change.id, 2)
        try flag.run()
      }
    }
  }

  /// Groups with several members, or whose only member may have been a copy before.
  private func groupsToLookAt(_ touched: [Int]) throws -> [Int] {
    let distinct = Set(touched)
    // After a large load one pass over the index is cheaper than a look-up a group.
    guard distinct.count > 20_000 else { return distinct.sorted() }
    let groups = try BulkStatement(
      db,
      """
      SELECT copy_group FROM \(layout.table.name) GROUP BY copy_group HAVING count(*) > 1
      UNION SELECT copy_group FROM \(layout.table.name) WHERE is_copy = 1 ORDER BY 1
      """)
    var result: [Int] = []
    while try groups.step() {
      let group = groups.integer(0)
      if distinct.contains(group) { result.append(group) }
    }
    return result
  }
}
