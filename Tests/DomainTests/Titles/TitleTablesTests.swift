import Domain
import TestSupport
import Testing

@Suite struct TitleTablesTests {
  @Test(arguments: [
    ("job-titles.csv", "term,code\n", "job-titles.csv:1", "name"),
    ("job-titles.csv", "term,code,name,source\n焊工,6-18-02-99,焊工,\n", "job-titles.csv:2:2", "6-18-02-99"),
    ("job-titles.csv", "term,code,name,source\n焊工,6-18-02-04,车工,\n", "job-titles.csv:2:3", "焊工"),
    (
      "job-titles.csv", "term,code,name,source\n焊工,6-18-02-04,焊工,\n 焊 工,6-18-01-01,车工,\n", "job-titles.csv:3:1",
      "第 2 行"
    ),
    ("job-titles.csv", "term,code,name,source\n*焊工,6-18-02-04,焊工,\n", "job-titles.csv:2:1", "*"),
    ("job-titles.csv", "term,code,name,source\n\"焊工,6-18-02-04,焊工,\n", "job-titles.csv:2", "引号"),
    ("job-title-heads.csv", "head,code,name,domains\n,6,生产制造及有关人员,6\n", "job-title-heads.csv:2:1", "空"),
    ("job-title-heads.csv", "head,code,name,domains\n工,,,6:7:8\n", "job-title-heads.csv:2:4", "7"),
    ("job-title-heads.csv", "head,code,name,domains\n工,,,6\n工,,,6\n", "job-title-heads.csv:3:1", "第 2 行"),
    ("job-title-noise.csv", "word,kind\n双休,福利\n", "job-title-noise.csv:2:2", "职级"),
    ("job-title-aliases-dropped.csv", "alias,code,reason\n甲,6,\n", "job-title-aliases-dropped.csv:2:3", "理由"),
    (
      "job-titles-local.csv", "term,code,name,kind,reviewer,date\n甲,6,生产制造及有关人员,,,\n", "job-titles-local.csv:2:4",
      "名称"
    ),
  ])
  func mistakesAreToldWithLineAndColumn(name: String, text: String, place: String, message: String) throws {
    let error = try failure { try ShippedTitles.coder([name: text]) }
    #expect(error.code == .wrongTitleTable && error.exit == .config)
    #expect(error.place == place)
    #expect(error.text.contains(message), "\(error.text)")
  }

  /// Rows that agree with each other and not with the list: the list has another name for the occupation. One row alone, or
  /// rows that disagree, are a slip.
  @Test func aRenamedOccupationIsNoSlip() throws {
    let header = "term,code,name,source\n"
    let renamed = try ShippedTitles.coder([
      "job-titles.csv": header + "焊工,6-18-02-04,焊接工,\n电焊,6-18-02-04,焊接工,\n"
    ])
    #expect(renamed.read("电焊").code == 16_180_204)
    for rows in ["焊工,6-18-02-04,焊接工,\n", "焊工,6-18-02-04,焊接工,\n电焊,6-18-02-04,焊工,\n"] {
      #expect(try failure { try ShippedTitles.coder(["job-titles.csv": header + rows]) }.code == .wrongTitleTable)
    }
  }

  @Test func answersAndLocalTermsGoFirst() throws {
    let local = """
      term,code,name,kind,reviewer,date
      擎天柱,6-18-02-04,焊工,名称,张,2026-11-01
      电工,6-18-02-04,焊工,词,张,2026-11-01
      蚝排,5-04-02-01,水生动物饲养工,词,张,2026-11-01

      """
    let coder = try ShippedTitles.coder(["job-titles-local.csv": local])
    func code(_ title: String) -> String { coder.read(title).code.map(CodeNumber.occupationCode) ?? "" }
    #expect(code("擎 天 柱") == "6-18-02-04")
    #expect(coder.read("擎天柱").basis == .analyst && coder.read("擎天柱").rule == .answer)
    #expect(code("擎天柱维护") == "")
    #expect(code("电工") == "6-18-02-04")
    #expect(code("蚝排普工") != "" && code("蚝排") == "5-04-02-01")
    #expect(try coder.digest != ShippedTitles.coder().digest)
  }

  @Test func droppedAliasesDecideNothing() throws {
    let coder = try ShippedTitles.coder()
    let dropped: Set<String> = ["财务主管/总账主管", "单证员", "销售工程师", "幼儿园保健医"]
    #expect(coder.tables.terms.filter { dropped.contains($0.text) && $0.source == .alias }.isEmpty)
    #expect(coder.read("财务主管/总账主管").counted.map(OccupationNumber.major) == 12)
  }

  @Test func lintListsTermsThatContradictEachOther() throws {
    let terms = """
      term,code,name,source
      销售,4-01-02-01,营销员,
      销售总监,2-06-07-02,市场营销专业人员,
      销售员,4-01-02-01,营销员,

      """
    let found = TitleLint.all(try ShippedTitles.coder(["job-titles.csv": terms]).tables)
    #expect(found.map { [$0.part.text, $0.whole.text] } == [["销售", "销售总监"]])
  }

  /// What is stored of a term does not depend on the terms around it.
  @Test func idsOfTermsStay() throws {
    let one = try ShippedTitles.coder(["job-titles.csv": "term,code,name,source\n焊工,6-18-02-04,焊工,\n"])
    let all = try ShippedTitles.coder()
    #expect(one.read("焊工").term == all.read("焊工").term)
    #expect(all.word(all.read("焊工").term) == "焊工")
  }
}
