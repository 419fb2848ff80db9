import Warehouse

/// Whether `is_copy` is what the rule says, decided anew over every copy group.
///
/// The rule, in the words of `DuplicateResolver`: within a group, in the order of (posted_on, not reposted first, platform,
/// posting id, hashes of the key), a row is a copy if an earlier original of another platform (of any, where the row says
/// what it reposts) was valid when it was posted.
struct CopyCheck {
  private let db: Database
  private let layout: FactLayout

  private struct Posting {
    let id: Int
    let posted: Int
    let ends: Int
    let isRepost: Bool
    let isCopy: Bool
    let unit: Int
    let number: String
    let hashes: (Int, Int)
  }

  init(_ db: Database, _ layout: FactLayout) {
    self.db = db
    self.layout = layout
  }

  func run(_ found: inout Discrepancies) throws {
    let platforms = try platforms()
    let rows = try BulkStatement(
      db,
      """
      SELECT copy_group, id, posted_on, ends_on, is_repost, is_copy, unit, \(layout.table.keys[0]),
        key, key_check
      FROM \(layout.table.name) ORDER BY 1, 2
      """)
    var group = Int.min
    var postings: [Posting] = []
    while try rows.step() {
      if rows.integer(0) != group {
        compare(postings, platforms, &found)
        postings.removeAll(keepingCapacity: true)
        group = rows.integer(0)
      }
      postings.append(
        Posting(
          id: rows.integer(1), posted: rows.integer(2), ends: rows.integer(3), isRepost: rows.integer(4) == 1,
          isCopy: rows.integer(5) == 1, unit: rows.integer(6), number: rows.text(7),
          hashes: (rows.integer(8), rows.integer(9))))
    }
    compare(postings, platforms, &found)
  }

  private func platforms() throws -> [Int: String] {
    let rows = try BulkStatement(db, "SELECT id, name FROM unit")
    var names: [Int: String] = [:]
    while try rows.step() { names[rows.integer(0)] = rows.text(1) }
    return names
  }

  private func compare(_ group: [Posting], _ platforms: [Int: String], _ found: inout Discrepancies) {
    func rank(_ posting: Posting) -> (Int, Int, String, String, Int, Int) {
      (
        posting.posted, posting.isRepost ? 1 : 0, platforms[posting.unit] ?? "", posting.number, posting.hashes.0,
        posting.hashes.1
      )
    }
    let ordered = group.count < 2 ? group : group.sorted { rank($0) < rank($1) }
    // Of the originals of one platform the longest valid one decides.
    var longest: [Int: Int] = [:]
    for posting in ordered {
      let isCopy = longest.contains { unit, ends in
        (unit != posting.unit || posting.isRepost) && posting.posted <= ends
      }
      if !isCopy { longest[posting.unit] = max(longest[posting.unit] ?? posting.ends, posting.ends) }
      found.compare(
        .copy, layout.table.name, "id=\(posting.id) 的 is_copy", stored: posting.isCopy ? 1 : 0, counted: isCopy ? 1 : 0)
    }
  }
}
