import Domain
import Testing

@testable import Stages

/// What a column says as a whole, where single cells cannot.
@Suite struct SampledColumnsTests {
  private func pays(_ texts: [String], _ change: (inout SourceSpec) -> Void = { _ in }) throws -> Conformed {
    var source = SourceSpec.postings
    change(&source)
    let rows = texts.enumerated().map { number, text in
      var row = PostingRow(["薪资待遇": text])
      row.id = "\(number)"
      return row
    }
    return try Conformed(Array(PostingRow.file(rows).utf8), source)
  }

  @Test(arguments: [
    ["24-36万", "15-20万", "30万", "18-25万", "12-15万", "6000元/月"], ["100", "130", "150/月", "120", "200", "180"],
  ])
  func aColumnThatIsNoMonthsPayIsNotTakenAsOne(texts: [String]) throws {
    let file = try pays(texts)
    #expect(file.findings.map(\.problem) == Array(repeating: Problem(.payPeriod, "pay"), count: 5))
    #expect((0..<6).map { file.integer("pay_low", row: $0) != nil } == texts.map { $0.contains("月") })
  }

  @Test func theSourceSaysWhatItIs() throws {
    let year = try pays(["24-36万", "15-20万", "30万", "18-24万", "12-15万"]) {
      $0.pay = ["pay": .init(months: 1.0 / 12)]
    }
    #expect(year.findings.isEmpty)
    #expect((0..<5).map { year.integer("pay_low", row: $0) } == [20_000, 12_500, 25_000, 15_000, 10_000])
    let thousands = try pays(["6", "5-8", "4.5", "5", "7"]) { $0.pay = ["pay": .init(unit: 1000)] }
    #expect((0..<5).map { thousands.integer("pay_low", row: $0) } == [6000, 5000, 4500, 5000, 7000])
  }

  @Test func usualPaysAreTakenWhateverOneOfThemSays() throws {
    let file = try pays(["4000-6000", "5000", "24-36万", "6千", "面议", "7000", "8000-1万"])
    // What none pays in a month is a year's, and told.
    #expect(file.findings.map(\.problem) == [Problem(.payImplausible, "pay")])
    #expect(file.integer("pay_low", row: 2) == nil)
    #expect(file.integer("pay_low", row: 6) == 8000)
  }

  @Test(arguments: [
    ("年薪", ["60000", "6000/月"]), ("日薪(元)", ["1500", "6000/月"]), ("薪资（元/年）", ["60000-80000", "6000/月"]),
    ("月薪(千元)", ["600", "6000/月"]), ("年薪(万元)", ["1000", "6000/月"]),
  ])
  func theNameOfAColumnIsHeard(name: String, texts: [String]) throws {
    var source = SourceSpec.postings
    source.columns = ["pay": [name]]
    let text =
      PostingRow.header.replacing("薪资待遇", with: name)
      + texts.enumerated().map { number, text in
        var row = PostingRow(["薪资待遇": text])
        row.id = "\(number)"
        return row.line
      }.joined()
    let file = try Conformed(Array(text.utf8), source)
    #expect(file.findings.map(\.problem) == [Problem(.payPeriod, "pay")])
    #expect(file.integer("pay_low", row: 1) == 6000)
  }

  private func keyed(_ ids: [String]) throws -> Conformed {
    try Conformed(
      PostingRow.file(
        ids.map { id in
          var row = PostingRow()
          row.id = id
          return row
        }))
  }

  @Test func keysThatASpreadsheetCutShortAreNotMerged() throws {
    let scientific = try keyed(["1.64853E+18", "1.64853E+18", "1.64854e+18"])
    #expect(scientific.rejects.count == 3)
    #expect(scientific.findings.map(\.problem) == Array(repeating: Problem(.damagedKey, "posting_id"), count: 3))
    let zeros = try keyed(["164853000000000000", "164853112345678000", "164853112345679000", "A1"])
    #expect(zeros.rejects.count == 3)
    #expect(zeros.batches[0].rows == 1)
  }

  @Test func aLongNumberMayEndInZeros() throws {
    let file = try keyed((995...1005).map { "20260803000000\($0 < 1000 ? "0" : "")\($0)" })
    #expect(file.rejects.isEmpty)
  }

  @Test(arguments: ["4.50602E+17", "450602199001010000"]) func damagedPersonIsNobody(number: String) throws {
    let file = try Conformed(
      "求职编号,登记日期,登记机构,证件号码,性别,出生年月,户籍,常住区划\n1,2026-07-01,市人力资源市场,\(number),,,,450602\n", .seekers)
    #expect(file.findings.map(\.problem) == [Problem(.damagedPerson, "person")])
    #expect(file.integer("person") == nil)
  }

  @Test func datesFollowTheNameOfTheFile() throws {
    var source = SourceSpec.postings
    source.asOf = Day(year: 2026, month: 7, day: 20)
    var rows = ["7-13", "昨天", "46205", "2026-07-01", "随时"].enumerated().map { number, text in
      var row = PostingRow()
      (row.id, row.posted) = ("\(number)", text)
      return row
    }
    rows[3].cells = ["有效期至": "8-1"]
    let file = try Conformed(Array(PostingRow.file(rows).utf8), source)
    let days = (0..<4).map { file.integer("posted_on", row: $0).map { Day(ordinal: $0).iso } }
    #expect(days == ["2026-07-13", "2026-07-19", "2026-07-02", "2026-07-01"])
    #expect(file.integer("valid_until", row: 3).map { Day(ordinal: $0).iso } == "2026-08-01")
    #expect(file.findings.map(\.problem) == [Problem(.mainDate, "posted_on", severity: .reject)])
    #expect(
      file.batches[0].counted == [
        Problem(.dateYear, "posted_on"): 2, Problem(.dateSerial, "posted_on"): 1, Problem(.dateYear, "valid_until"): 1,
      ])
  }
}
