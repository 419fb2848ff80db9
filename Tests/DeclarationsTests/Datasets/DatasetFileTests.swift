import Domain
import TestSupport
import Testing

@testable import Declarations

/// What a dataset file declares, and every mistake in one with its place.
@Suite struct DatasetFileTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private static let permits = """
    dataset: permits
    title: {zh: 许可, en: Permits}
    key: [office, permit_no]
    roles: {start: applied_on, region: region, contributor: either}
    fields:
      office: {kind: unit, as: [受理机关], required: true}
      permit_no: {kind: key, as: [编号], required: true}
      applied_on: {kind: date, as: [申请日期], required: true}
      closed_on: {kind: date, as: [办结日期]}
      region: {kind: region, as: [地区]}
      employer_name: {kind: employer-name, as: [单位]}
      uscc: {kind: credit-code, as: [代码], required: true}
      person: {kind: person, as: [身份证号]}
      note: {kind: text, as: [备注], max: 80, keep: packed}
      either: {kind: first-of, fields: [person, uscc]}
    checks:
    - in_order: [applied_on, closed_on]

    """

  private func read(_ old: String = "", _ new: String = "") throws -> Contract {
    let text = old.isEmpty ? Self.permits : Self.permits.replacing(old, with: new)
    guard case .contract(let contract) = try DatasetFile.read(try folder.write(text, "permits.yaml")) else {
      throw DeclarationProblem("derived", "")
    }
    return contract
  }

  @Test func readsADataset() throws {
    let contract = try read()
    #expect(contract.key == ["office", "permit_no"] && contract.contributor == .person)
    #expect(contract.field("note")?.keep == .packed)
    #expect(contract.checks.count == 1)
  }

  /// Reported numbers are placed by the last day of what they are of.
  @Test func aPeriodPlacesRowsByItsLastDay() throws {
    let contract = try read("applied_on: {kind: date", "applied_on: {kind: period")
    #expect(contract.mainDate == "applied_on_end" && contract.integerSlots["applied_on_end"] != nil)
  }

  /// A SELECT over another dataset has that one's fields and what it adds.
  @Test func aDerivedDatasetAddsFields() throws {
    try folder.write(Self.permits, "datasets/permits.yaml")
    try folder.write("SELECT *, closed_on AS done_on FROM permits", "datasets/done.sql")
    try folder.write(
      """
      dataset: done
      title: {zh: 办结, en: Done}
      select: done.sql
      fields_of: permits
      roles: {start: done_on, contributor: either}
      fields:
        done_on: {kind: date}
        region: {kind: text, max: 9}
      """, "datasets/done.yaml")
    let view = try #require(try DatasetFolder.read(folder.file("datasets")).derived.first)
    #expect(view.columns.filter { $0.name == "done_on" }.map(\.storage) == [.text])
    #expect(view.columns.count { $0.name == "region" } == 1 && view.column("region")?.list == nil)
    #expect(view.column("permit_no") != nil && view.contributor == .person)
  }

  /// SQL sees every field that rows hold, each made of columns that the fact table has.
  @Test func viewIsMadeOfColumnsThatAreThere() throws {
    let contract = try read()
    let (view, select) = contract.view
    let names = view.columns.map(\.name)
    #expect(names.contains("either") && names.contains("uscc") && names.contains("employer"))
    #expect(!names.contains("note"))
    // The code of an employer stands in the dictionary, not in rows.
    #expect(!select.contains("CAST(uscc AS BLOB)"))
    #expect(select.contains("coalesce(CAST(CAST(person AS BLOB) AS BLOB), CAST((SELECT identity"))
    let keyed = try read("key: [office, permit_no]", "key: [uscc, permit_no]").view.select
    #expect(!keyed.contains("coalesce(uscc"))
  }

  @Test(
    arguments: [
      ("受理机关], required: true}", "受理机关]}", "permits.yaml:6:11", "每一行都要有报送单位"),
      ("person, uscc]", "person, note]", "permits.yaml:15:11", "不在行中"),
      ("person, uscc]", "person]", "permits.yaml:15:11", "至少要两个字段"),
      ("person, uscc]", "person, usc]", "permits.yaml:15:11", "uscc"),
      ("kind: unit", "kind: unti", "permits.yaml:6:18", "unit"),
      ("start: applied_on", "start: closed_on", "permits.yaml:4:8", "必填的日期"),
      ("start: applied_on", "start: region", "permits.yaml:4:16", "不是日期"),
      ("[申请日期]", "[编号]", "permits.yaml:8:15", "同时给了"),
      ("in_order", "inorder", "permits.yaml:17:12", "in_order"),
      ("office: {", "select: {", "permits.yaml:6:11", "SQL"),
      ("dataset: permits", "dataset: cube", "permits.yaml:1:10", "程序自己的表名"),
      ("\nkey:", "\nlife: 3\nkey:", "permits.yaml:3:1", "life"),
    ])
  func mistakesAreToldWithTheirPlace(old: String, new: String, place: String, word: String) throws {
    let told = try failure { try read(old, new) }
    #expect(told.exit == .config && told.text.contains(word), "\(told)")
    #expect(told.place == place)
  }
}
