import Domain
import TestSupport
import Testing

@testable import Stages

@Suite struct StrictSourceTests {
  private func rules(_ cells: [String: String], _ change: (inout SourceSpec) -> Void) throws -> (Rule?, rejected: Int) {
    var source = SourceSpec.postings
    change(&source)
    let file = try Conformed(PostingRow.file([PostingRow(cells)]), source)
    return (file.findings.first?.problem.rule, file.rejects.count)
  }

  @Test(
    arguments: [
      ("education", ["学历要求": "相当"], Rule.unknownCode), ("region", ["区划代码": "火星市"], .region),
      ("ownership", ["单位性质": "合伙"], .unknownOther), ("closed_on", ["关闭日期": "2026-06-30"], .dateOrder),
      ("pay", ["薪资待遇": "高薪"], .pay), ("employer_uscc", ["统一社会信用代码": "91350100M000100Y44"], .creditCode),
      ("updated_at", ["更新时间": "昨天"], .date),
    ] as [(String, [String: String], Rule)])
  func whatAStrictFieldDoesNotLetPass(field: String, cells: [String: String], rule: Rule) throws {
    #expect(try rules(cells) { _ in } == (rule, 0))
    #expect(try rules(cells) { $0.strict = [field] } == (rule, 1))
  }

  @Test func aRequiredFieldMayNotBeEmpty() throws {
    #expect(try rules([:]) { _ in } == (nil, 0))
    #expect(try rules([:]) { $0.required = ["education"] } == (.required, 1))
    #expect(try rules(["学历要求": "本科"]) { $0.required = ["education"] } == (nil, 0))
  }

  /// It can be read: it is no figure, and the posting is one.
  @Test func aPayBeyondWhatIsLikelyTakesNoRowWithIt() throws {
    let cells = ["薪资待遇": "12-20万"]
    #expect(try rules(cells) { $0.required = ["pay"] } == (.payImplausible, 0))
    #expect(try rules(cells) { $0.strict = ["pay"] } == (.payImplausible, 0))
    #expect(try rules(["薪资待遇": "高薪"]) { $0.required = ["pay"] } == (.pay, 1))
  }

  @Test(arguments: [("AB12", true), ("ab12", false), ("AB1", false), ("AB123", false), ("A912", false)])
  func shapes(id: String, fits: Bool) throws {
    var row = PostingRow()
    row.id = id
    var source = SourceSpec.postings
    source.shapes = ["posting_id": "AA99"]
    let file = try Conformed(PostingRow.file([row]), source)
    #expect(file.rejects.count == (fits ? 0 : 1))
    if !fits { #expect(file.findings.map(\.problem.rule) == [.shape]) }
  }

  @Test func textsOutsideTheirListAreToldEachTime() throws {
    var source = SourceSpec.postings
    source.lists = ["title": "education"]
    let rows = ["本科", "采购员", "采购员", "大专"].enumerated().map { index, title in
      var row = PostingRow()
      (row.id, row.title) = ("\(index)", title)
      return row
    }
    let file = try Conformed(PostingRow.file(rows), source)
    #expect(file.findings.map(\.line) == [3, 4])
    #expect(file.findings.allSatisfy { $0.problem == Problem(.unknownCode, "title", severity: .reject) })
    #expect(file.rejects.count == 2)
  }

  @Test func headersAmongTheRows() throws {
    let row = PostingRow().line
    let names = "岗位编号,平台,用人单位,职位,人数,发布时间" + String(repeating: ",", count: PostingRow.optional.count) + "\n"
    let file = try Conformed(PostingRow.header + names + row + PostingRow.header + "\"x\n y\"" + row.dropFirst(1))
    #expect(file.findings.map(\.problem.rule) == [.rowHeader, .rowHeader])
    #expect(file.findings.map(\.line) == [2, 4] && file.rejects.isEmpty)
    #expect(file.batches.reduce(0) { $0 + $1.rows } == 2)
  }
}
