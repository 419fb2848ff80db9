import Documents
import Domain
import Tabular
import Warehouse

/// The list of a quarter's audit: a hundred titles of its postings with the codes that they were given. An analyst writes
/// beside each whether it is right, and the next run counts that.
public enum TitleAudit {
  private static let header = ["季度", "把握", "岗位数", "岗位名称", "代码", "名称", "序号", "判断"]
  private static let remedy = "用 run 写出的清单, 只填“判断”一列: 对、大类对、错, 或正确的职业代码"
  /// Titles by grade: most codes are 高, but each grade is told by itself.
  static let quotas: [(grade: TitleGrade, titles: Int)] = [(.high, 40), (.medium, 40), (.low, 20)]
  private static let prefix = "title-audit-"

  static func path(_ quarter: Period, in work: String) -> String { "\(work)/review/\(prefix)\(quarter).csv" }

  /// Writes the list of the quarter in which a period ends. One that is there stays as it is: somebody may be at it.
  ///
  /// - Parameter folder: that of the tables of titles.
  /// - Returns: the list with how many titles wait for an answer; nil where nothing is asked, as in a quarter that was
  ///   audited or lies before one that was.
  /// - Throws: `PipelineError` TF303, TF304, `DatabaseError`, `FileFailure`.
  public static func update(
    _ db: Database, _ contract: Contract, coder: TitleCoder, period: Period, folder: String, work: String
  ) throws -> (path: String, open: Int)? {
    let quarter = Period(unit: .quarter, containing: period.lastDay)
    if let last = try TitleAudits(in: folder).last, quarter <= last { return nil }
    let path = path(quarter, in: work)
    if let table = try list(path, of: quarter) {
      let open = table.rows.count { AnsweredTable.answer($0["判断"]).isEmpty }
      return open == 0 ? nil : (path, open)
    }
    let asked = try TitleSample(db, contract, coder: coder, quarter: quarter)?.titles(quotas) ?? []
    guard !asked.isEmpty else { return nil }
    let list = coder.tables.occupations
    let lines = asked.enumerated().map { place, one in
      let code = one.reading.code.map(CodeNumber.occupationCode) ?? ""
      return [
        "\(quarter)", one.reading.basis.label, "\(one.postings)", one.title, code, list.entry(code: code)?.name ?? "",
        number(place + 1, of: asked.count), "",
      ]
    }
    try DurableFolder.makePrivate("\(work)/review")
    try DurableFile.replace(path, with: CSVText.bytes([header] + lines), mode: 0o600)
    return (path, asked.count)
  }

  /// Counts the answers of every list that is answered to the end; the lists stay where they are.
  ///
  /// - Parameter day: of the run.
  /// - Throws: `PipelineError` TF303 where an answer is none, TF304; `FileFailure`.
  public static func take(work: String, into folder: String, _ occupations: CodeList, day: Day) throws {
    let review = "\(work)/review"
    guard FileTree.isFolder(review) else { return }
    for name in try FileTree.names(in: review).sorted() where name.hasPrefix(prefix) && name.hasSuffix(".csv") {
      let audits = try TitleAudits(in: folder)
      guard let quarter = Period(String(name.dropFirst(prefix.count).dropLast(4))), quarter.unit == .quarter,
        !audits.counts.contains(where: { $0.period == quarter }),
        let table = try list("\(review)/\(name)", of: quarter)
      else { continue }
      // A wrong answer is told at once, not when all are there.
      let counts = try counts(table, "\(review)/\(name)", quarter, occupations)
      guard counts.reduce(0, { $0 + $1.titles }) == table.rows.count else { continue }
      try audits.add(counts, on: day)
    }
  }

  /// What stands beside each title, so that none is lost: half an audit would be printed as one.
  private static func number(_ number: Int, of count: Int) -> String { "第\(number)个，共\(count)个" }

  /// The whole list of a quarter; nil where there is none.
  ///
  /// - Throws: `PipelineError` TF303 where a row is missing, stands there twice or is of another quarter.
  private static func list(_ path: String, of quarter: Period) throws -> AnsweredTable? {
    let remedy = "删去这个清单, 下次 run 重写; 只填“判断”一列"
    guard let table = try AnsweredTable(path, header: header, remedy: remedy) else { return nil }
    var left = Set((0..<table.rows.count).map { number($0 + 1, of: table.rows.count) })
    for row in table.rows {
      guard row["季度"] == "\(quarter)", left.remove(row["序号"] ?? "") != nil else {
        throw AnsweredTable.failure("\(path):\(row.line)", "清单的行有增减, 或“季度”“序号”改动过", remedy)
      }
    }
    guard !table.rows.isEmpty else { throw AnsweredTable.failure("\(path):1", "清单没有行", remedy) }
    return table
  }

  /// Of the rows that are answered.
  private static func counts(
    _ table: AnsweredTable, _ path: String, _ quarter: Period, _ occupations: CodeList
  ) throws -> [TitleAudits.Count] {
    var sums: [TitleGrade: (titles: Int, right: Int, major: Int)] = [:]
    for row in table.rows {
      let answer = AnsweredTable.answer(row["判断"])
      if answer.isEmpty { continue }
      guard let grade = TitleGrade.allCases.first(where: { $0.label == row["把握"] }),
        let code = row["代码"], occupations.entry(code: code) != nil
      else { throw AnsweredTable.failure("\(path):\(row.line)", "“把握”或“代码”一列改动过", remedy) }
      guard let verdict = verdict(answer, code, occupations) else {
        throw AnsweredTable.failure("\(path):\(row.line)", "判断“\(answer)”不是对、大类对、错, 也不是职业代码或名称", remedy)
      }
      var sum = sums[grade] ?? (0, 0, 0)
      sum.titles += 1
      sum.right += verdict.isRight ? 1 : 0
      sum.major += verdict.isMajorRight ? 1 : 0
      sums[grade] = sum
    }
    return TitleGrade.allCases.compactMap { grade in
      sums[grade].map {
        TitleAudits.Count(period: quarter, grade: grade, titles: $0.titles, right: $0.right, rightMajor: $0.major)
      }
    }
  }

  /// Nil for what is no answer.
  private static func verdict(
    _ answer: String, _ code: String, _ occupations: CodeList
  ) -> (isRight: Bool, isMajorRight: Bool)? {
    switch answer {
    case "对": return (true, true)
    case "大类对": return (false, true)
    case "错": return (false, false)
    default:
      return AnsweredTable.occupation(answer, occupations).map {
        ($0.code == code, $0.code.prefix(1) == code.prefix(1))
      }
    }
  }
}

/// Titles of the postings of a quarter that were coded from them, drawn by lot: a posting is as good as another, and the
/// lot is that of the quarter, so that the same data give the same titles.
struct TitleSample {
  struct Title {
    let title: String
    let postings: Int
    let reading: TitleReading
    /// Its number in the lot: the lowest are drawn.
    let draw: UInt64
  }

  private let all: [Title]

  /// Nil where the dataset codes no title.
  init?(_ db: Database, _ contract: Contract, coder: TitleCoder, quarter: Period) throws {
    guard let (field, title) = contract.codedTexts.first, let start = contract.roles.start else { return nil }
    let grades = TitleBasis.high.rawValue...TitleBasis.low.rawValue
    let ids = try Int.fetchAll(
      db,
      sql: """
        SELECT id FROM \(contract.name) WHERE \(start) BETWEEN ? AND ? AND \(field)_basis BETWEEN ? AND ? ORDER BY id
        """, arguments: [quarter.firstDay.ordinal, quarter.lastDay.ordinal, grades.lowerBound, grades.upperBound])
    var counts: [String: Int] = [:]
    try TextSweep(db, dataset: contract.name).read([title], of: ids) { _, _, text in counts[text, default: 0] += 1 }
    // What was masked is no title that anybody wrote.
    all = counts.filter { !$0.key.contains("**") }.map { text, postings in
      Title(title: text, postings: postings, reading: coder.read(text), draw: TitleSample.draw(text, postings, quarter))
    }
  }

  /// The lowest of the numbers that each of its postings has, so that a frequent title is drawn as often as it is met.
  private static func draw(_ title: String, _ postings: Int, _ quarter: Period) -> UInt64 {
    var text = "\(quarter) \(title)"
    let hash = text.withUTF8 { ByteHash.hash($0) }
    return (0..<postings).lazy.map { ByteHash.combine(hash, $0) }.min() ?? hash
  }

  /// As many of each grade as are wanted; where there are fewer, more of the others.
  func titles(_ quotas: [(grade: TitleGrade, titles: Int)]) -> [Title] {
    let lot = all.sorted { ($0.draw, $0.title) < ($1.draw, $1.title) }
    let first = quotas.map { quota in
      lot.filter { $0.reading.basis == quota.grade.basis }.prefix(quota.titles).map(\.title)
    }
    var drawn = Set(first.joined())
    let (wanted, grades) = (quotas.reduce(0) { $0 + $1.titles }, quotas.map(\.grade.basis))
    for one in lot where drawn.count < wanted && grades.contains(one.reading.basis) { drawn.insert(one.title) }
    return lot.filter { drawn.contains($0.title) }
  }
}
