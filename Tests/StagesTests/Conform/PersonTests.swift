import Domain
import TestSupport
import Testing

@Suite struct PersonTests {
  private func seeker(_ cells: String) throws -> Conformed {
    try Conformed("求职编号,登记日期,登记机构,证件号码,性别,出生年月,户籍,常住区划\n1,2026-07-01,市人力资源市场,\(cells)\n", .seekers)
  }

  @Test func numberBecomesAPseudonymAndGivesBirthAndSex() throws {
    let file = try seeker("11010519491231002X,,,,")
    let id = try #require(ResidentID("11010519491231002X"))
    #expect(file.findings.isEmpty)
    #expect(file.integer("person") == Conformed.pseudonym.number(of: id))
    #expect(file.integer("birth") == id.birth.ordinal)
    #expect(file.integer("sex") == 12)
    #expect(try seeker("110105491231002,,,,").integer("person") == file.integer("person"))
  }

  @Test func numberItselfGoesNowhere() throws {
    let file = try seeker("11010519491231002X,,,,")
    #expect(!String(decoding: file.batches[0].text, as: UTF8.self).contains("11010519491231"))
    #expect(!file.batches[0].integers.contains(11_010_519_491_231_002))
  }

  @Test func wrongNumberIsEmptiedAndMasked() throws {
    let file = try seeker("110105194912310021,,,,")
    #expect(file.findings.map(\.problem) == [Problem(.person, "person", severity: .blank)])
    #expect(file.findings.map(\.value) == ["1101********"])
    #expect(file.integer("person") == nil)
    #expect(file.integer("birth") == nil)
    #expect(file.integer("sex") == nil)
  }

  @Test(arguments: [
    ("女,1949-12", []), ("女,19491231", []), ("男,1949年12月31日", ["sex"]), ("女,1950-12", ["birth"]),
    ("男,1950-01-01", ["birth", "sex"]),
  ])
  func conflictWithTheColumnsIsToldAndKept(cells: String, fields: [String]) throws {
    let file = try seeker("11010519491231002X,\(cells),,")
    #expect(file.findings.map(\.problem) == fields.map { Problem(.personConflict, $0, severity: .warn) })
    #expect(file.integer("sex") == (cells.hasPrefix("男") ? 11 : 12))
  }

  @Test(arguments: [
    (",", nil), ("东兴市,", 1_450_681), ("东兴市,港口区", 1_450_602), (",深圳", 1_440_300), ("深圳市,", 1_440_300),
  ])
  func placeIsThatOfTheHouseholdWhereNoneIsGiven(cells: String, region: Int?) throws {
    let file = try seeker(",,,\(cells)")
    #expect(file.findings.isEmpty)
    #expect(file.integer("region") == region)
  }

  @Test func placeThatCannotBeReadIsNotThatOfTheHousehold() throws {
    let file = try seeker(",,,东兴市,火星市")
    #expect(file.findings.map(\.problem) == [Problem(.region, "region")])
    #expect(file.integer("region") == nil)
  }
}
