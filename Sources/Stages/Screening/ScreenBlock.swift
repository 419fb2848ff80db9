import Domain
import Warehouse

/// A block of texts as the warehouse has it, with what the fields of its postings say.
struct ScreenBlock: Sendable {
  /// Number of the first version.
  let first: Int
  let data: [UInt8]
  /// Bytes of the block unpacked.
  let size: Int
  /// Columns of the block.
  let width: Int
  /// Where the texts that are screened stand among them.
  let screened: [Int?]
  /// Where those stand that rules may miss, by name.
  let needed: [String: Int]
  let facts: [ScreenFacts]

  /// What the rules find in each posting; nil where the block is damaged.
  func findings(_ pass: ScreenPass) -> [(posting: Int, finding: ScreenFinding)]? {
    guard let texts = BlockTexts(data, size: size, rows: facts.count, columns: width) else { return nil }
    return facts.indices.flatMap { row in
      var own = facts[row]
      for (name, column) in needed where texts.with(row: row, [column], { $0[0].isEmpty }) { own.missing.insert(name) }
      return texts.with(row: row, screened) { pass.screen($0, own) }.findings.map { (first + row, $0) }
    }
  }
}

/// What the fields of postings say, as rules for postings ask for it.
enum PostingFacts {
  /// Kinds of employers by what postings say of ownership: 机关, 事业, 国企.
  private static let sectors = ["42": "1", "41": "2", "11": "3"]
  private static let columns = [
    "sex", "age_low", "age_high", "occupation", "industry", "ownership", "probation_months", "is_copy",
  ]

  /// The facts of `count` versions, the first of which is `first`.
  static func read(_ db: Database, _ layout: FactLayout, _ first: Int, _ count: Int) throws -> [ScreenFacts] {
    var facts = [ScreenFacts](repeating: ScreenFacts(), count: count)
    let names = columns.map { layout.place($0) == nil ? "NULL" : $0 }.joined(separator: ", ")
    let rows = try BulkStatement(
      db, "SELECT id, \(names) FROM \(layout.table.versions) WHERE id BETWEEN \(first) AND \(first + count - 1)")
    while try rows.step() {
      func number(_ column: Int) -> Int? {
        let value = rows.integer(column)
        return value > 0 ? value : nil
      }
      var own = ScreenFacts()
      own.sex = number(1).map(CodeNumber.code).flatMap { Int($0) }
      (own.minimumAge, own.maximumAge) = (number(2), number(3))
      own.occupation = number(4).map(CodeNumber.occupationCode)
      own.industry = number(5).map(CodeNumber.code)
      own.sector = number(6).map(CodeNumber.code).flatMap { sectors[$0] }
      own.probationMonths = number(7)
      own.isCopy = number(8) == 1
      facts[rows.integer(0) - first] = own
    }
    return facts
  }
}
