import Domain
import Tabular
import TestSupport
import Testing

@Suite struct RejectTests {
  private static let header = "岗位编号,来源,单位名称,岗位名称,招聘人数,发布日期,工作内容\n"
  private static let good = "1,甲,港务,营销员,2,2026-07-01,\n"

  @Test(
    arguments: [
      ("1,甲,港务,营销员,2", Rule.rowColumns, "", 0), ("1,甲,港务,营销员,2,2026-07-01,x,y", .rowColumns, "", 0),
      ("1,甲,港务, 二分厂,营销员,2,2026-07-01,", .rowColumns, "", 0), ("1,甲,港务,营销员,2,2026-07-01,x,", .rowColumns, "", 0),
      ("1,甲,\"港务,营销员,2,2026-07-01,", .rowQuote, "", 0), ("1,甲,港务,\"营销\"员,2,2026-07-01,", .rowQuote, "", 0),
      ("1,甲,港\0务,营销员,2,2026-07-01,", .rowNul, "", 0), (",甲,港务,营销员,2,2026-07-01,", .required, "posting_id", 1),
      ("1,-,港务,营销员,2,2026-07-01,", .required, "platform", 2),
      ("1,甲,未填写,营销员,2,2026-07-01,", .required, "employer_name", 3),
      ("1,甲,港务,/,2,2026-07-01,", .required, "title", 4), ("1,甲,港务,营销员,,2026-07-01,", .required, "openings", 5),
      ("1,甲,港务,营销员,2,,", .required, "posted_on", 6), ("1,甲,港务,营销员,0,2026-07-01,", .openings, "openings", 5),
      ("1,甲,港务,营销员,10000,2026-07-01,", .openings, "openings", 5),
      ("1,甲,港务,营销员,很多,2026-07-01,", .openings, "openings", 5),
      ("1,甲,港务,营销员,2,2026-02-30,", .mainDate, "posted_on", 6), ("1,甲,港务,营销员,2,2026-10-02,", .future, "posted_on", 6),
      (String(repeating: "9", count: 65) + ",甲,港务,营销员,2,2026-07-01,", .tooLong, "posting_id", 1),
      ("1," + String(repeating: "台", count: 65) + ",港务,营销员,2,2026-07-01,", .tooLong, "platform", 2),
      ("1,甲,港务,营销员,2,2026-07-01," + String(repeating: "x", count: RecordScanner.recordLimit), .rowTooLong, "", 0),
    ] as [(String, Rule, String, Int)])
  func rowIsRejected(row: String, rule: Rule, field: String, column: Int) throws {
    let file = try Conformed(RejectTests.header + RejectTests.good + row + "\n" + RejectTests.good)
    #expect(file.batches.map(\.records).reduce(0, +) == 3)
    #expect(file.batches.flatMap(\.lines) == [2, 4])
    #expect(file.rejects.map(\.line) == [3])
    #expect(file.rejects.map(\.original) == [Array(row.utf8)])
    let finding = try #require(file.findings.first)
    #expect(file.findings.count == 1)
    #expect(file.rejects.first?.findings.map(\.problem) == [finding.problem])
    #expect(finding.problem == Problem(rule, field, severity: .reject))
    #expect((finding.line, finding.column) == (3, column))
  }

  @Test func tomorrowsRowsAreTaken() throws {
    let file = try Conformed(RejectTests.header + "1,甲,港务,营销员,9999,2026-10-01,\n")
    #expect(file.rejects.isEmpty)
    #expect(file.integer("openings") == 9999)
  }

  @Test func everyReasonIsTold() throws {
    let file = try Conformed(RejectTests.header + ",甲,港务,营销员,很多,昨天,\n")
    #expect(file.rejects.first?.findings.map(\.problem.field) == ["posting_id", "openings", "posted_on"])
    #expect(file.findings.map(\.value) == ["", "很多", "昨天"])
  }

  @Test(arguments: TextEncoding.allCases) func badBytesRejectTheirRowAlone(encoding: TextEncoding) throws {
    var source = SourceSpec.postings
    source.encoding = encoding
    let bad = encoding.encoded("1,甲,港务,") + [0xFF] + encoding.encoded("员,2,2026-07-01,")
    let file = try Conformed(
      encoding.encoded(RejectTests.header + RejectTests.good) + bad + encoding.encoded("\n" + RejectTests.good), source)
    #expect(file.findings.map(\.problem) == [Problem(.rowEncoding, "")])
    #expect(file.rejects.map(\.original) == [bad])
    #expect(file.rejects.map(\.line) == [3])
    #expect(file.text("employer_name", row: 1) == "港务")
  }

  @Test func rejectsKeepTheirGB18030Bytes() throws {
    let row = "1,甲,港务,\"营销,员\",若干名以上,2026-07-01,两\n行"
    let text = RejectTests.header + row.replacing("两\n行", with: "\"两\n行\"") + "\r\n" + RejectTests.good
    let file = try Conformed(TextEncoding.gb18030.encoded(text), .postings)
    #expect(file.rejects.map(\.original) == [TextEncoding.gb18030.encoded(row.replacing("两\n行", with: "\"两\n行\""))])
    #expect(file.findings.map(\.value) == ["若干名以上"])
    #expect(file.batches[0].lines == [4])
  }

}
