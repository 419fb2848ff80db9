import Domain
import Stages
import TestSupport
import Testing

@Suite struct HeaderMapTests {
  private let required = ["岗位编号", "来源", "单位名称", "岗位名称", "招聘人数", "发布日期"]

  private func map(_ header: [String], _ change: (inout SourceSpec) -> Void = { _ in }) throws -> HeaderMap {
    var source = SourceSpec.postings
    change(&source)
    return try HeaderMap(header: header, source: source, file: "export.csv")
  }

  @Test func findsAliasesCanonicalNamesAndOtherSpellings() throws {
    let map = try map(["*招聘编号", "platform", "公 司", "职位", "人数", "发布时间", "Ｒegion"])
    #expect(
      map.columns == [
        "posting_id": 0, "platform": 1, "employer_name": 2, "title": 3, "openings": 4, "posted_on": 5, "region": 6,
      ])
    #expect(map.unknown.isEmpty)
  }

  @Test func sourceFileGoesBeforeTheContract() throws {
    let map = try map(required + ["招聘单位"]) { $0.columns["employer_name"] = ["招聘单位"] }
    #expect(map.columns["employer_name"] == 6)
    #expect(map.unknown == [2])
  }

  @Test func unknownColumnsAreListedButNotThoseOfARejectsFile() throws {
    #expect(try map(required + ["联系电话", "", "退回_原因", "岗位编号"]).unknown == [6, 9])
  }

  @Test func missingRequiredColumnsAreNamedWithTheHeader() throws {
    let error = try #require(throws: PipelineError.self) { try map(["岗位编号", "来源", "单位名称", "岗位名称", "联系人"]) }
    #expect(error.code == .missingColumn)
    #expect(error.exit == .data)
    #expect(error.place == "export.csv")
    for part in ["openings (招聘人数/需求人数/人数)", "posted_on (发布日期/发布时间/发布日)", "岗位编号、来源、单位名称、岗位名称、联系人"] {
      #expect(error.message.contains(part))
    }
    #expect(!error.message.contains("title ("))
  }

  @Test func constantsDefaultsAndDerivedKeysStandForColumns() throws {
    let header = ["单位名称", "岗位名称", "发布日期"]
    let map = try map(header) {
      $0.constants["platform"] = "甲"
      $0.defaults["openings"] = "1"
      $0.key = ["title", "posted_on"]
    }
    #expect(map.columns["posting_id"] == nil)
    #expect(throws: PipelineError.self) { try self.map(header) { $0.constants["platform"] = "甲" } }
  }
}
