import Domain
import TestSupport
import Testing

@Suite struct FindingTests {
  @Test(
    arguments: [
      ("统一社会信用代码", "91350100M000100Y44", Rule.creditCode, "employer_uscc"), ("学历要求", "相当", .unknownCode, "education"),
      ("职称要求", "院士", .unknownCode, "title_level"), ("职业", "9-99", .unknownCode, "occupation"),
      ("行业", "采石", .unknownCode, "industry"),
      ("性别要求", "公", .unknownCode, "sex"), ("关闭日期", "2026-02-30", .date, "closed_on"),
      ("有效期至", "以后", .date, "valid_until"),
      ("更新时间", "2026-07-01 25:00", .date, "updated_at"), ("薪资待遇", "高薪", .pay, "pay"), ("年龄要求", "成年", .age, "age"),
      ("经验要求", "丰富", .experience, "experience_years"), ("已招人数", "-1", .integer, "filled"),
    ] as [(String, String, Rule, String)])
  func unreadableFieldIsEmptied(header: String, value: String, rule: Rule, field: String) throws {
    let file = try Conformed(PostingRow.file([PostingRow([header: value])]))
    #expect(file.rejects.isEmpty)
    let finding = try #require(file.findings.first)
    #expect(file.findings.count == 1)
    #expect(finding.problem == Problem(rule, field, severity: .blank))
    #expect(finding.value == value)
    #expect(finding.line == 2)
    #expect(file.header.header[finding.column - 1] == header)
    for column in Contract.postings.fields.first(where: { $0.name == field })?.columns ?? [] {
      // Without a time of change a row is as old as its main date.
      let instead = column == "updated_at" ? file.integer("posted_on").map { $0 * 86_400 } : nil
      #expect(file.integer(column) == instead)
    }
    if field == "employer_uscc" { #expect(file.text(field) == "") }
  }

  @Test(arguments: ["有效期至", "关闭日期", "期望到岗日期"]) func dateBeforePostingIsEmptied(header: String) throws {
    let file = try Conformed(PostingRow.file([PostingRow([header: "2026-06-30"])]))
    #expect(file.findings.map(\.problem.rule) == [.dateOrder])
    #expect(file.findings.map(\.value) == ["2026-06-30 早于 2026-07-01"])
    for column in ["valid_until", "closed_on", "wanted_by"] { #expect(file.integer(column) == nil) }
  }

  @Test(
    arguments: [
      ("单位性质", "合伙", Rule.unknownOther, "ownership", 190), ("区划代码", "深圳科技园", .regionAssumed, "region", 1_440_300),
      ("区划代码", "港口区、东兴市", .regionSeveral, "region", 1_450_600), ("已招人数", "3", .filled, "filled", 3),
    ] as [(String, String, Rule, String, Int)])
  func warningKeepsAValue(header: String, value: String, rule: Rule, column: String, kept: Int) throws {
    let file = try Conformed(PostingRow.file([PostingRow([header: value])]))
    #expect(file.findings.map(\.problem) == [Problem(rule, column, severity: .warn)])
    #expect(file.integer(column) == kept)
  }

  @Test(arguments: [("火星市", [Problem(.region, "region")]), ("", []), ("北京路12号", [Problem(.region, "region")])])
  func aPlaceThatIsNotSurelyReadIsUnknown(text: String, problems: [Problem]) throws {
    let file = try Conformed(PostingRow.file([PostingRow(["区划代码": text])]))
    #expect(file.findings.map(\.problem) == problems)
    #expect(file.integer("region") == nil)
    #expect(file.batches.map(\.counted) == [[Problem(.regionMissing, "region"): 1]])
  }

  @Test func aFileWithoutAPlaceLiesWhereItsSourceSays() throws {
    let file = try Conformed("岗位编号,来源,单位名称,岗位名称,招聘人数,发布日期\n1,甲,乙公司,焊工,2,2026-07-01\n")
    #expect(file.integer("region") == 1_450_600)
    #expect(file.batches.map(\.counted) == [[:]])
  }

  @Test(arguments: [
    ("若干", Rule.openingsApproximate, 1), ("不限", .openingsApproximate, 1), ("1000", .openingsLarge, 1000),
  ])
  func unusualOpeningsAreTold(text: String, rule: Rule, openings: Int) throws {
    var row = PostingRow()
    row.openings = text
    let file = try Conformed(PostingRow.file([row]))
    #expect(file.findings.map(\.problem) == [Problem(rule, "openings", severity: .warn)])
    #expect(file.integer("openings") == openings)
  }

  @Test func replacementCharactersAreToldAndKept() throws {
    var row = PostingRow()
    row.title = "营\u{FFFD}员"
    let file = try Conformed(PostingRow.file([row]))
    #expect(file.findings.map(\.problem) == [Problem(.replacement, "title", severity: .warn)])
    #expect(file.text("title") == "营\u{FFFD}员")
  }

  @Test func longTextIsEmptied() throws {
    let file = try Conformed(PostingRow.file([PostingRow(["工作内容": String(repeating: "职", count: 20_001)])]))
    #expect(file.findings.map(\.problem) == [Problem(.tooLong, "description", severity: .blank)])
    #expect(file.text("description") == "")
  }

  @Test func lineIsThatOfTheRecordsStart() throws {
    let rows = [
      PostingRow(["工作内容": "一\n二\n三"]), PostingRow(["薪资待遇": "高薪", "工作内容": "一\n二"]), PostingRow(["年龄要求": "成年"]),
    ]
    let file = try Conformed(PostingRow.file(rows) + "\n\n" + PostingRow(["薪资待遇": "?"]).line)
    #expect(file.findings.map(\.line) == [5, 7, 10])
    #expect(file.batches[0].lines == [2, 5, 7, 10])
  }
}
