import Documents
import Domain
import Tabular
import Warehouse

/// Titles that people should look at, with suggestions: they write a code, or a term that says it, and the next run takes
/// it into the local table.
public enum TitleReview {
  /// Columns of the list, in order.
  static let header = [
    "岗位数", "招聘人数", "岗位名称", "现在的代码", "现在的名称", "把握", "建议1", "建议2", "建议3", "答案代码", "答案词", "复核人",
  ]
  /// Titles that are asked at a time, and what makes one worth asking.
  static let limit = 500
  static let leastPostings = 3
  static let leastEmployers = 2

  public static func path(in work: String) -> String { "\(work)/review/titles.csv" }

  /// Writes the list anew from what the warehouse holds; what was answered is in the local table by then.
  ///
  /// - Returns: how many titles wait.
  /// - Throws: `DatabaseError`, `FileFailure`.
  public static func update(_ db: Database, _ contract: Contract, coder: TitleCoder, work: String) throws -> Int {
    let neighbours = TitleNeighbours(coder.tables)
    let rows = try TitleTally(db, contract)?.rows(coder, neighbours) ?? []
    let path = path(in: work)
    guard !rows.isEmpty else {
      if FileTree.exists(path) { try FileTree.remove(path) }
      return 0
    }
    try DurableFolder.makePrivate("\(work)/review")
    let list = coder.tables.occupations
    func name(_ code: Int) -> String {
      let text = CodeNumber.occupationCode(code)
      return "\(text) \(list.entry(code: text)?.name ?? "")"
    }
    let lines = rows.map { row -> [String] in
      let code = row.reading.counted.map(CodeNumber.occupationCode) ?? ""
      let near = neighbours.codes(near: row.title).map(name)
      return [
        "\(row.postings)", "\(row.openings)", row.title, code, list.entry(code: code)?.name ?? "",
        row.reading.basis.label,
      ] + (0..<3).map { $0 < near.count ? near[$0] : "" } + ["", "", ""]
    }
    let bytes = CSVText.bytes([header] + lines)
    if try !FileTree.isPlainFile(path) || FileTree.bytes(of: path) != bytes {
      try DurableFile.replace(path, with: bytes, mode: 0o600)
    }
    return rows.count
  }
}

/// Titles of the current postings whose code is not sure, by how many openings hang on them.
struct TitleTally {
  struct Row {
    let title: String
    let reading: TitleReading
    let postings: Int
    let openings: Int
  }

  private let db: Database
  private let layout: FactLayout
  private let field: String
  private let title: String

  init?(_ db: Database, _ contract: Contract) {
    guard let coded = contract.codedTexts.first, contract.roles.weight != nil, contract.employer != nil else {
      return nil
    }
    (field, title) = coded
    self.db = db
    layout = FactLayout(contract)
  }

  private struct Count {
    var postings = 0
    var openings = 0
    var employer = -1
    var hasOthers = false
  }

  /// Those that are asked: of several employers, those without a code first, then by openings.
  func rows(_ coder: TitleCoder, _ neighbours: TitleNeighbours) throws -> [Row] {
    let weight = layout.contract.roles.weight ?? "1"
    let statement = try BulkStatement(
      db,
      """
      SELECT id, coalesce(\(weight), 1), coalesce(employer, -1) FROM \(layout.table.name)
      WHERE \(field)_basis BETWEEN \(TitleBasis.medium.rawValue) AND \(TitleBasis.several.rawValue) ORDER BY id
      """)
    var (ids, weights, employers): ([Int], [Int], [Int]) = ([], [], [])
    while try statement.step() {
      ids.append(statement.integer(0))
      weights.append(statement.integer(1))
      employers.append(statement.integer(2))
    }
    var counts: [String: Count] = [:]
    try TextSweep(db, dataset: layout.table.name).read([title], of: ids) { place, _, text in
      var count = counts[text] ?? Count()
      count.postings += 1
      count.openings += weights[place]
      if count.employer >= 0, count.employer != employers[place] { count.hasOthers = true }
      count.employer = employers[place]
      counts[text] = count
    }
    let asked = counts.filter { $0.value.postings >= TitleReview.leastPostings && $0.value.hasOthers }
    let ranked = asked.compactMap { text, count -> (row: Row, rank: Int)? in
      let reading = coder.read(text)
      let factor = TitleTally.factor(reading, near: { neighbours.codes(near: text).first })
      guard factor > 0, !text.contains("**") else { return nil }
      return (
        Row(title: text, reading: reading, postings: count.postings, openings: count.openings), factor * count.openings
      )
    }
    return ranked.sorted { ($1.rank, $0.row.title) < ($0.rank, $1.row.title) }.prefix(TitleReview.limit).map(\.row)
  }

  /// How much an answer is worth: most for a title without a code, least for one that its neighbours contradict.
  private static func factor(_ reading: TitleReading, near: () -> Int?) -> Int {
    switch reading.basis {
    case .empty, .unknown, .several: 3
    case .low: 2
    case .medium:
      near().map { OccupationNumber.major($0) } == reading.counted.map(OccupationNumber.major) ? 0 : 1
    case .given, .high, .analyst: 0
    }
  }
}
