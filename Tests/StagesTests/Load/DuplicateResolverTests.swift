import Domain
import TestSupport
import Testing

@Suite struct DuplicateResolverTests {
  private static let copies = """
    SELECT u.name || '/' || posting_id FROM postings p JOIN unit u ON u.id = p.unit
    WHERE is_copy = 1 ORDER BY 1
    """

  private func posting(_ id: String, _ platform: String, _ posted: String, _ cells: [String: String] = [:])
    -> PostingRow
  {
    var row = PostingRow(cells)
    (row.id, row.platform, row.posted) = (id, platform, posted)
    return row
  }

  private func copies(_ rows: [PostingRow]) throws -> [String?] {
    var warehouse = try TestWarehouse()
    try warehouse.take(rows)
    #expect(try warehouse.cubeDifferences() == [])
    return try warehouse.texts(DuplicateResolverTests.copies)
  }

  @Test func laterPostingOnAnotherPlatformIsACopy() throws {
    #expect(try copies([posting("1", "甲", "2026-07-01"), posting("2", "乙", "2026-07-05")]) == ["乙/2"])
    #expect(try copies([posting("2", "乙", "2026-07-05"), posting("1", "甲", "2026-07-01")]) == ["乙/2"])
  }

  @Test func samePlatformIsACopyOnlyWhereItSaysSo() throws {
    #expect(try copies([posting("1", "甲", "2026-07-01"), posting("2", "甲", "2026-07-05")]) == [])
    #expect(try copies([posting("1", "甲", "2026-07-01"), posting("2", "甲", "2026-07-05", ["转载来源": "x"])]) == ["甲/2"])
  }

  @Test func onTheSameDayTheRepostComesSecond() throws {
    let rows = [posting("1", "甲", "2026-07-01", ["转载来源": "x"]), posting("2", "乙", "2026-07-01")]
    #expect(try copies(rows) == ["甲/1"])
    #expect(try copies([posting("1", "乙", "2026-07-01"), posting("2", "丙", "2026-07-01")]) == ["乙/1"])
  }

  @Test(arguments: [("2026-07-10", ["乙/2"]), ("2026-07-11", [])]) func afterTheEndItIsANewPosting(
    posted: String, expected: [String?]
  ) throws {
    #expect(
      try copies([posting("1", "甲", "2026-07-01", ["关闭日期": "2026-07-10"]), posting("2", "乙", posted)]) == expected)
  }

  /// Without a posting id, what tells two reposts of one day apart is their key alone.
  @Test func derivedKeysDecideWhateverTheOrderOfFiles() throws {
    let source = SourceSpec(
      id: "test", title: "测试", contract: .postings, homeRegion: "450600",
      key: ["title", "employer_name", "region", "posted_on", "education"])
    let rows = ["本科", "大专", "初中", "不限"].enumerated().map { index, education in
      var row = posting("", "甲", "2026-07-01", ["转载来源": "x", "学历要求": education])
      row.openings = "\(index + 2)"
      return row
    }
    let outcomes = try [rows, rows.reversed(), [rows[2], rows[0], rows[3], rows[1]]].map { rows in
      var warehouse = try TestWarehouse()
      for row in rows { try warehouse.take(PostingRow.file([row]), source) }
      return try warehouse.integers("SELECT openings, is_copy FROM postings ORDER BY 1")
    }
    #expect(outcomes[0].map { $0[1] ?? 0 }.sorted() == [0, 1, 1, 1])
    #expect(outcomes.allSatisfy { $0 == outcomes[0] })
  }

  @Test func copiesOfCopiesDoNotCount() throws {
    // 丙 was posted after 甲 ended; 乙 is itself a copy, so that 丙 copies nothing.
    let rows = [
      posting("1", "甲", "2026-07-01", ["关闭日期": "2026-07-10"]), posting("2", "乙", "2026-07-05"),
      posting("3", "丙", "2026-07-20"),
    ]
    #expect(try copies(rows) == ["乙/2"])
  }

  @Test(arguments: ["边贸公司", "title", "region"]) func otherJobsAreNoCopies(change: String) throws {
    var other = posting("2", "乙", "2026-07-05", ["区划代码": change == "region" ? "450681" : "450602"])
    if change == "边贸公司" { other.employer = change }
    if change == "title" { other.title = "采购员" }
    #expect(try copies([posting("1", "甲", "2026-07-01", ["区划代码": "450602"]), other]) == [])
  }

  @Test func titleIsComparedWithoutSpacesAndCase() throws {
    var (first, second) = (posting("1", "甲", "2026-07-01"), posting("2", "乙", "2026-07-05"))
    (first.title, second.title) = ("Java 开发", "java开发")
    #expect(try copies([first, second]) == ["乙/2"])
  }

  @Test func creditCodeNamesTheEmployer() throws {
    let code = ["统一社会信用代码": "91350100M000100Y43"]
    var other = posting("2", "乙", "2026-07-05", code)
    other.employer = "港务有限公司"
    #expect(try copies([posting("1", "甲", "2026-07-01", code), other]) == ["乙/2"])
    #expect(try copies([posting("1", "甲", "2026-07-01"), posting("2", "乙", "2026-07-05", code)]) == [])
  }

  @Test func newVersionSettlesItsGroupAnew() throws {
    var warehouse = try TestWarehouse()
    try warehouse.take([posting("1", "甲", "2026-07-01"), posting("2", "乙", "2026-07-05")])
    try warehouse.take([posting("1", "甲", "2026-07-01", ["关闭日期": "2026-07-03", "更新时间": "2026-07-03"])])
    #expect(try warehouse.texts(DuplicateResolverTests.copies) == [])
    #expect(try warehouse.cubeDifferences() == [])
    #expect(try warehouse.integer("SELECT count(*) FROM cube WHERE axis = 10") == 0)
  }

  /// The rule applied to all rows at once, in plain Swift.
  private func expected(_ rows: [PostingRow]) -> [String] {
    var copies: [String] = []
    for group in Dictionary(grouping: rows, by: { "\($0.employer)/\($0.title)" }).values {
      var originals: [PostingRow] = []
      let ordered = group.sorted {
        let (left, right) = ($0.cells["转载来源"] ?? "", $1.cells["转载来源"] ?? "")
        return ($0.posted, left.isEmpty ? 0 : 1, $0.platform, $0.id)
          < ($1.posted, right.isEmpty ? 0 : 1, $1.platform, $1.id)
      }
      for row in ordered {
        let isRepost = !(row.cells["转载来源"] ?? "").isEmpty
        let isCopy = originals.contains {
          ($0.platform != row.platform || isRepost) && row.posted <= ($0.cells["关闭日期"] ?? "")
        }
        if isCopy { copies.append("\(row.platform)/\(row.id)") } else { originals.append(row) }
      }
    }
    return copies.sorted()
  }

  @Test(arguments: 0..<8) func orderOfFilesDoesNotMatter(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let files = (0..<4).map { file in
      (0..<8).map { index -> PostingRow in
        let day = Int.random(in: 1...9, using: &random)
        var row = posting("\(file)-\(index)", ["甲", "乙", "丙"].randomElement(using: &random) ?? "", "2026-07-0\(day)")
        row.employer = ["港务", "边贸"].randomElement(using: &random) ?? ""
        row.cells = [
          "关闭日期": "2026-07-0\(Int.random(in: day...9, using: &random))",
          "转载来源": ["", "", "别处"].randomElement(using: &random) ?? "",
        ]
        return row
      }
    }
    let wanted = expected(files.flatMap { $0 })
    #expect(!wanted.isEmpty)
    for order in [files, files.reversed(), files.shuffled(using: &random)] {
      var warehouse = try TestWarehouse()
      for file in order { try warehouse.take(file) }
      #expect(try warehouse.texts(DuplicateResolverTests.copies) == wanted)
      #expect(try warehouse.cubeDifferences() == [])
    }
  }
}
