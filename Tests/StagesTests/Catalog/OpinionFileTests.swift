import Domain
import Tabular
import Testing

@testable import Stages

@Suite struct OpinionFileTests {
  private static let header = "职业代码,职业名称,意见,调整后程度,理由,专家编号,日期\n"

  @Test func readsAnswersAndLeavesOutRowsWithoutOne() {
    let text =
      OpinionFileTests.header + "2-02-06-03,化工,同意,,,E001,2026/11/5\n2-02-07-04,设备,,,,,\n"
      + "4-02-07-08,快递员, raise ,中度,缺口大,E002,2026年11月6日\n"
    let file = OpinionFile(Array(text.utf8), name: "draft-1/answers.csv")
    #expect(file.problems.isEmpty)
    #expect(file.opinions.map(\.kind) == [.agree, .raise])
    #expect(file.opinions.map(\.level) == [nil, .medium])
    #expect(file.opinions.map(\.day.iso) == ["2026-11-05", "2026-11-06"])
    #expect(file.opinions.map(\.place) == ["draft-1/answers.csv:2", "draft-1/answers.csv:4"])
  }

  /// WPS saves a CSV in GB18030 where it is not told otherwise, and may part columns by tabs.
  @Test(arguments: [TextEncoding.utf8, .gb18030])
  func readsWhatASpreadsheetSaves(encoding: TextEncoding) {
    let text = (OpinionFileTests.header + "2-02-06-03,化工,降低,轻度紧缺,塡,E001,2026-11-05\n").replacing(",", with: "\t")
    let file = OpinionFile(encoding.encoded(text), name: "a.csv")
    // The last byte pair of 塡 in UTF-8 is that of a blank in GB18030.
    #expect(file.problems.isEmpty && file.opinions.first?.reason == "塡")
  }

  @Test(arguments: [
    ("2-02-06-03,化工,也许,,理由,E001,2026-11-05", "意见“也许”无法识别"), ("2-02-06-03,化工,提高,特别,理由,E001,2026-11-05", "调整后程度“特别”"),
    ("2-02-06-03,化工,同意,,,E001,11月", "日期“11月”无法识别"), ("2-02-06-03,化工,同意,,,E001,", "没有写日期"),
    ("2-02-06-03,化工,,,只写了理由,E001,2026-11-05", "意见“”无法识别"), ("2-02-06-03,化工", "有 2 列"),
  ])
  func whatCannotBeReadIsNamedWithItsLine(row: String, message: String) {
    let file = OpinionFile(Array((OpinionFileTests.header + row + "\n").utf8), name: "a.csv")
    #expect(file.opinions.isEmpty)
    #expect(file.problems.map(\.place) == ["a.csv:2"])
    #expect(file.problems.first?.message.contains(message) == true, "\(file.problems)")
  }

  @Test func aFileWithoutTheColumnsIsNone() {
    let file = OpinionFile(Array("职业代码,意见\n1,同意\n".utf8), name: "a.csv")
    #expect(file.problems.map(\.message) == ["缺少列“调整后程度”"])
  }

  /// The form of a draft is read back as one that nobody has filled in.
  @Test func theFormIsEmpty() throws {
    let form = OpinionForm.bytes(try FixtureCatalog.build())
    let file = OpinionFile(form, name: "answers.csv")
    #expect(file.isEmpty)
    let rows = try #require(CSVText.rows(form))
    #expect(rows.dropFirst().map { $0[0] } == ["2-02-06-03", "2-02-07-04", "6-01-01-04", "2-05-08", "2-02-18-09"])
    #expect(rows[1][6] == "E001 黄某；E002 黄某；E003 黄某")
  }
}
