import Documents
import Domain
import Tabular
import Warehouse

/// Screens the texts of a dataset with the rules for postings: the versions of each file once, and all again where
/// somebody asks for it after a change of the rules.
public struct PostingScreening {
  /// What came of it.
  public struct Outcome: Sendable, Equatable {
    /// Versions of postings that were screened.
    public var postings = 0
    /// Findings of each rule in them, in the order of the rules.
    public var findings: [Int]

    public init(rules: Int) { findings = [Int](repeating: 0, count: rules) }

    public static func + (one: Outcome, other: Outcome) -> Outcome {
      var sum = one
      sum.postings += other.postings
      for rule in sum.findings.indices { sum.findings[rule] += other.findings[rule] }
      return sum
    }
  }

  private let screener: Screener
  private let layout: FactLayout
  private let workers: Int
  private let check: () throws -> Void
  private var fields: [String] { layout.contract.screened }

  /// Texts that a posting should have.
  private static let needed = ["description", "reposted_from"]
  /// Blocks that are held at a time.
  private static let step = 512
  /// The files of a dataset.
  private static let files = "SELECT id FROM file WHERE dataset = ?"

  /// - Parameters:
  ///   - contract: one with texts to screen.
  ///   - workers: threads; the outcome does not depend on them.
  ///   - check: called now and then; may throw to give up.
  public init(_ contract: Contract, _ screener: Screener, workers: Int, check: @escaping () throws -> Void = {}) {
    layout = FactLayout(contract)
    (self.screener, self.workers, self.check) = (screener, max(workers, 1), check)
  }

  /// Names the rules, their versions and a checksum of what they look for, as the warehouse notes them: a pattern that was
  /// changed without a new version is noticed too.
  static func mark(_ screener: Screener) -> String {
    screener.rules.map { rule in
      var sum = CRC32()
      Array(rule.finds.utf8).withUnsafeBytes { sum.add($0) }
      return "\(rule.id).\(rule.version).\(sum.value)"
    }.joined(separator: " ")
  }

  /// Whether texts were screened by rules that have changed since.
  public func isOutdated(_ db: Database) throws -> Bool {
    try Int.fetchOne(
      db, sql: "SELECT 1 FROM screened WHERE rules <> ? AND file IN (\(PostingScreening.files)) LIMIT 1",
      arguments: [PostingScreening.mark(screener), layout.contract.name]) != nil
  }

  /// Whether any file of a dataset was screened.
  public static func isBegun(_ db: Database, _ contract: Contract) throws -> Bool {
    try !contract.screened.isEmpty
      && Int.fetchOne(
        db, sql: "SELECT 1 FROM screened JOIN file ON id = file WHERE dataset = ? LIMIT 1", arguments: [contract.name])
        != nil
  }

  /// Screens the files that have not been screened yet.
  ///
  /// - Parameter again: all files.
  /// - Throws: `DatabaseError`; what `check` throws.
  public func run(_ db: Database, again: Bool = false) throws -> Outcome {
    if again {
      try Ledger.forgetScreening(db, ofFiles: PostingScreening.files, layout.contract.name)
    }
    var outcome = Outcome(rules: screener.rules.count)
    let new = try Int.fetchAll(
      db, sql: "\(PostingScreening.files) AND id NOT IN (SELECT file FROM screened) ORDER BY id",
      arguments: [layout.contract.name])
    let mark = PostingScreening.mark(screener)
    for file in new {
      for range in try HeldVersions(db, layout.table).made(by: [file]).ranges {
        try screen(db, range, file: file, &outcome)
      }
      try db.execute(sql: "INSERT INTO screened VALUES (?, ?)", arguments: [file, mark])
    }
    return outcome
  }

  /// The texts that a posting should have, of which the file gives any: what a platform does not export may stand in its
  /// postings all the same.
  private func given(_ db: Database, _ range: Range<Int>) throws -> Set<String> {
    let blocks = try blocks(db, range)
    var given: Set<String> = []
    while given.count < PostingScreening.needed.count, try blocks.step() {
      let stored = blocks.text(2).split(separator: ",").map(String.init)
      let texts = BlockTexts(
        blocks.withBytes(4) { Array($0) }, size: blocks.integer(3), rows: blocks.integer(1), columns: stored.count)
      for name in PostingScreening.needed {
        if let column = stored.firstIndex(of: name), texts?.hasAny(column) == true { given.insert(name) }
      }
    }
    return given
  }

  private func blocks(_ db: Database, _ range: Range<Int>) throws -> BulkStatement {
    try BulkStatement(
      db,
      """
      SELECT first, rows, columns, size, data FROM \(layout.table.name)_text
      WHERE first BETWEEN \(range.lowerBound) AND \(range.upperBound - 1) ORDER BY first
      """)
  }

  private func screen(_ db: Database, _ range: Range<Int>, file: Int, _ outcome: inout Outcome) throws {
    let given = try given(db, range)
    let blocks = try blocks(db, range)
    let insert = try BulkStatement(db, "INSERT INTO screen_finding VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    var held: [ScreenBlock] = []
    func flush() throws {
      try check()
      for (posting, finding) in try screened(held) {
        outcome.findings[finding.rule] += 1
        try store(finding, posting: posting, file: file, insert)
      }
      outcome.postings += held.reduce(0) { $0 + $1.facts.count }
      held.removeAll(keepingCapacity: true)
    }
    while try blocks.step() {
      let (first, rows) = (blocks.integer(0), blocks.integer(1))
      let stored = blocks.text(2).split(separator: ",").map(String.init)
      held.append(
        ScreenBlock(
          first: first, data: blocks.withBytes(4) { Array($0) }, size: blocks.integer(3), width: stored.count,
          screened: fields.map { stored.firstIndex(of: $0) },
          needed: Dictionary(
            uniqueKeysWithValues: given.compactMap { name in stored.firstIndex(of: name).map { (name, $0) } }),
          facts: try PostingFacts.read(db, layout, first, rows)))
      if held.count == PostingScreening.step { try flush() }
    }
    try flush()
  }

  /// What the rules find, by posting: each worker has a run of blocks, and the runs are put together in their order.
  private func screened(_ blocks: [ScreenBlock]) throws -> [(posting: Int, finding: ScreenFinding)] {
    let share = (blocks.count + workers - 1) / workers
    guard share > 0 else { return [] }
    let (screener, runs) = (screener, (blocks.count + share - 1) / share)
    let found = Parallel.map(runs) { run in
      let pass = ScreenPass(screener)
      return blocks[run * share..<min((run + 1) * share, blocks.count)].map { $0.findings(pass) }
    }
    return try found.joined().flatMap { own in
      guard let own else { throw DatabaseError(.corrupt, message: "texts of \(layout.table.name)") }
      return own
    }
  }

  private func store(
    _ finding: ScreenFinding, posting: Int, file: Int, _ insert: borrowing BulkStatement
  ) throws {
    let rule = screener.rules[finding.rule]
    insert.bind(file, 1)
    insert.bind(posting, 2)
    insert.bind(rule.version, 4)
    let texts = [
      (3, rule.id), (5, rule.group), (6, finding.level.rawValue),
      (7, finding.text < 0 ? "-" : fields[finding.text]), (8, finding.snippet),
    ]
    for (place, text) in texts { Array(text.utf8).withUnsafeBufferPointer { insert.bind(text: $0, place) } }
    try insert.run()
  }
}
