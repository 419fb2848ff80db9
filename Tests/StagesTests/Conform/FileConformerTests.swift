import Domain
import Stages
import Tabular
import TestSupport
import Testing

@Suite struct FileConformerTests {
  @Test func decodesARow() throws {
    var row = PostingRow([
      "区划代码": "防城港-港口区", "学历要求": "大专及以上", "年龄要求": "18-45岁", "薪资待遇": "4500-6000", "行业": "131", "职业": "营销员",
      "更新时间": "2026-07-02 08:00:00", "性别要求": "不限",
    ])
    row.openings = "招3人"
    let file = try Conformed(PostingRow.file([row]))
    #expect(file.findings.isEmpty)
    #expect(file.batches.map(\.records) == [1])
    #expect(file.batches[0].lines == [2])
    #expect((file.text("posting_id"), file.text("employer_name"), file.text("title")) == ("1", "港务公司", "营销员"))
    let expected = [
      "openings": 3, "region": 1_450_602, "education": 130, "age_low": 18, "age_high": 45, "pay_low": 4500,
      "pay_high": 6000,
      "pay_state": 1, "pay_months": 12, "industry": 1131, "occupation": 14_010_201, "posted_on": 20_635, "sex": 0,
      "updated_at": 20_636 * 86_400 + 8 * 3600,
    ]
    for (column, value) in expected { #expect(file.integer(column) == value, "\(column)") }
    #expect(file.integer("closed_on") == nil)
  }

  @Test(arguments: ["", "-", "无", "/", "NULL", "未填写"]) func missingMarkersAreNoValues(marker: String) throws {
    let file = try Conformed(PostingRow.file([PostingRow(["学历要求": marker, "薪资待遇": marker, "关闭日期": marker])]))
    #expect(file.findings.isEmpty)
    #expect(file.integer("education") == nil)
    #expect(file.integer("pay_state") == nil)
    #expect(file.integer("region") == 1_450_600)
  }

  @Test func sourceFileMapsValuesConstantsAndDefaults() throws {
    var source = SourceSpec.postings
    source.values = ["ownership": ["国企": "11"], "title": ["销售": "营销员"]]
    source.constants = ["platform": "固定平台"]
    source.defaults = ["openings": "1"]
    var row = PostingRow(["单位性质": "国企"])
    (row.openings, row.title) = ("", "销售")
    let file = try Conformed(PostingRow.file([row]), source)
    #expect(file.findings.isEmpty)
    #expect(file.integer("ownership") == 111)
    #expect(file.integer("openings") == 1)
    #expect((file.text("platform"), file.text("title")) == ("固定平台", "营销员"))
  }

  @Test func derivedKeyIsMadeOfItsFields() throws {
    var source = SourceSpec.postings
    source.key = ["title", "posted_on", "pay"]
    var rows = [PostingRow(), PostingRow(), PostingRow(["薪资待遇": "5000"]), PostingRow()]
    rows[1].employer = "另一家"
    rows[3].posted = "2026-07-02"
    let keys = try Conformed(PostingRow.file(rows), source).batches[0].keys
    try #require(keys.count == 4)
    #expect(keys[0] == keys[1])
    #expect(Set(keys).count == 3)
  }

  @Test func contentHashSeesEveryChange() throws {
    var rows = [
      PostingRow(), PostingRow(), PostingRow(["薪资待遇": "5000"]), PostingRow(["转载来源": "x"]), PostingRow(["工作内容": "x"]),
    ]
    rows[1].posted = "2026/7/1"
    let batch = try Conformed(PostingRow.file(rows)).batches[0]
    try #require(batch.rows == 5)
    #expect(batch.contents[0] == batch.contents[1])
    #expect(Set(batch.contents).count == 4)
    #expect(Set(batch.keys).count == 1)
    #expect(Set(batch.keyChecks).count == 1)
    #expect(batch.keys[0] != batch.keyChecks[0])
  }

  /// Several chunks, so that the workers really share the file.
  @Test func batchesDoNotDependOnTheWorkers() throws {
    let rows = (0..<160).map { index -> PostingRow in
      var row = PostingRow(["工作内容": String(repeating: "职", count: 19_999)])
      row.id = "\(index)"
      row.openings = index % 50 == 7 ? "很多" : "\(index + 1)"
      return row
    }
    let text = PostingRow.file(rows)
    let files = try [1, 2, 3].map { try Conformed(text, workers: $0) }
    #expect(files[0].batches.count > 4)
    for file in files {
      #expect(file.batches.map(\.keys) == files[0].batches.map(\.keys))
      #expect(file.batches.map(\.contents) == files[0].batches.map(\.contents))
      #expect(file.batches.flatMap(\.lines) == (0..<160).filter { $0 % 50 != 7 }.map { $0 + 2 })
      #expect(file.rejects.map(\.line) == [9, 59, 109, 159])
    }
  }

  @Test(
    arguments: [
      ([], .emptyFile), ([0xD0, 0xCF, 0x11, 0xE0], .excelFile), ([0x50, 0x4B, 0x03, 0x04], .zipNamedTable),
      ([0x1F, 0x8B], .gzipNamedTable),
      ([0xFF, 0xFE], .utf16File),
      ([0, 0, 1, 2], .binaryFile), ([0x0A, 0x0A], .noHeader), ([0xFF, 0x2C, 0x61, 0x0A], .headerEncoding),
    ] as [([UInt8], ErrorCode)])
  func filesThatAreNoTableAreRefused(bytes: [UInt8], code: ErrorCode) throws {
    let error = try #require(throws: PipelineError.self) { try Conformed(bytes, .postings) }
    #expect(error.code == code)
    #expect(error.exit == .data)
    #expect(error.place.hasPrefix("export.csv"))
  }

  @Test func missingFileIsAReadError() {
    #expect(throws: ReadError.self) {
      try FileConformer(
        path: "/no/such.csv", name: "such.csv", source: .postings, book: TestBook.book, pseudonym: Conformed.pseudonym,
        today: Conformed.today, workers: 1)
    }
  }
}
