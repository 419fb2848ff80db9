import Declarations
import Domain
import Foundation
import Testing

/// Every mistake in a table file is told with its place.
@Suite struct TableFileTests {
  private static let start = """
    table: T17
    title: {zh: 档案, en: Archives}
    dataset: archives
    by: category
    total: true
    figures:
    - {id: stock, zh: 存档, en: Stock, unit: 份, count: "received_on <= :end"}
    - {id: sent, zh: 转出, en: Sent, unit: 份, count: "sent_on between :start and :end"}

    """

  private func context() -> TableContext {
    func view(_ name: String, _ kind: DatasetView.ContributorKind?, hasEntry: Bool = true) -> DatasetView {
      DatasetView(
        name: name, title: Label(zh: "档案", en: "archives"),
        columns: (hasEntry ? [.init("entry", .text)] : []) + [
          .init("person", .opaque), .init("category", .text, list: "category"), .init("channels", .text, isArray: true),
          .init("occupation", .text, list: "occupations"), .init("received_on", .text),
        ], roles: Roles(start: "received_on"), contributor: kind)
    }
    return TableContext(
      datasets: [view("archives", .person), view("nobodys", nil), view("keyless", .unit, hasEntry: false)],
      lists: CodeBook([
        CodeList(id: "category", entries: [.init(code: "1", name: "未就业"), .init(code: "2", name: "就业")]),
        CodeList(
          id: "occupations", entries: [.init(code: "6", name: "生产"), .init(code: "6-18", name: "机械", parent: "6")]),
      ]), openReasons: ["licences.html"])
  }

  private func read(_ text: String) throws -> TableDefinition {
    let path = NSTemporaryDirectory() + "table-\(UInt64.random(in: 0 ... .max)).yaml"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try TableFile.read(YAMLMap(file: path, keys: []), context())
  }

  /// Code and line:column of the error.
  private func problem(_ text: String) -> String {
    do {
      _ = try read(text)
      return "none"
    } catch let error as PipelineError {
      return "\(error.code) " + error.place.split(separator: ":").dropFirst().joined(separator: ":")
    } catch { return "\(error)" }
  }

  private func with(_ more: String) -> String { TableFileTests.start + more + "\n" }

  @Test func aWholeTable() throws {
    let table = try read(
      with(
        """
        - {id: rate, zh: 率, en: Rate, unit: "%", percent: {part: sent, of: stock}}
        changes: [previous, yoy]
        chart: {bar: stock}
        sentence: [{zh: "存档{stock}", en: "{stock} archives"}]
        audience: public
        """))
    #expect(table.rows.listed?.map(\.key) == ["未就业", "就业"])
    #expect(table.formula(of: "rate")?.zh == "率 = 转出 ÷ 存档")
    #expect(table.leaves(of: "rate") == ["stock", "sent"])
    #expect(table.methods.map(\.id) == ["T17.stock", "T17.sent", "T17.rate"])
    #expect(table.audience == .everybody && table.changes.count == 2)
    // The first character within the quotes.
    #expect(
      table.figure("stock").flatMap { figure in
        if case .count(let body) = figure.kind { body.condition.map { "\($0.line):\($0.column)" } } else { nil }
      } == "7:51")
  }

  @Test func withoutAudienceItIsTheBureaus() throws {
    #expect(try read(TableFileTests.start).audience == .bureau)
  }

  @Test func quarterlyTablesStandInTheQuarterThatEndsThem() throws {
    let half = try read(TableFileTests.start + "every: half\n")
    #expect(try [#require(Period("2026Q2")), #require(Period("2026H1"))].allSatisfy(half.stands))
    #expect(try !half.stands(in: #require(Period("2026Q1"))))
    #expect(try half.period(at: #require(Period("2026Q2"))) == Period("2026H1"))
  }

  @Test(arguments: [
    ("- {id: x, zh: 甲, en: A, unit: \"\"}", "TF707 9:3"),
    ("- {id: x, zh: 甲, en: A, unit: \"\", count: \"1\", sum: value}", "TF707 9:3"),
    ("- {id: x, zh: 甲, unit: \"\", count: \"1\"}", "TF504 9:3"),
    ("- {id: x, en: A, unit: \"\", print: false, count: \"1\"}", "TF504 9:3"),
    ("- {id: stock, zh: 甲, en: A, unit: \"\", count: \"1\"}", "TF713 9:3"),
    ("- {id: x, zh: 甲, en: A, unit: \"%\", percent: {part: sant, of: stock}}", "TF705 9:3"),
    ("- {id: x, zh: 甲, en: A, unit: \"%\", share: x}", "TF706 9:3"),
    ("- {id: x, zh: 甲, en: A, unit: \"\", count: \"1\", from: register}", "TF701 9:53"),
    ("- {id: x, zh: 甲, en: A, unit: \"\", count: \"1\", at: [退休]}", "TF717 9:52"),
    ("- {id: x, zh: 甲, en: A, unit: \"\", count: \"1\", open: 保密}", "TF709 9:53"),
    ("- {id: x, zh: 甲, en: A, unit: \"\", swift: matching}", "TF505 9:42"),
    ("- {id: x, zh: 甲, en: A, unit: \"\", difference: [stock]}", "TF505 9:47"),
    ("- {id: x, zh: 甲, en: A, unit: \"\", quantile: {of: pay, at: [2]}}", "TF505 9:59"),
    ("- {id: x, zh: 甲, en: A, unit: \"%\", share: stock, window: 4}", "TF505 9:58"),
    ("- {id: x, zh: 甲, en: A, unit: \"\", count: \"1\", across: {field: category, list: occupations}}", "TF710 9:79"),
    ("chart: {bar: stocks}", "TF705 9:8"),
    ("chart: {pie: stock}", "TF502 9:9"),
    ("top: {n: 3, by: stocks}", "TF705 9:6"),
    ("every: week", "TF505 9:8"),
    ("audience: everybody", "TF505 9:11"),
    ("changes: [qoq]", "TF503 9:11"),
    ("needs: [register]", "TF701 9:9"),
    ("needs: [archives.kind=甲]", "TF711 9:9"),
    ("sentence: [{zh: \"{stocks}\", en: x}]", "TF705 9:12"),
    ("sentence: [{zh: \"{stock@丙}\", en: x}]", "TF705 9:12"),
    ("sentence: [{zh: \"{stock_p50}\", en: x}]", "TF705 9:12"),
    ("rows: [{key: 甲}, {key: 甲}]", "TF713 9:18"),
    ("rows: [{key: 甲, of: 乙, where: x}]", "TF717 9:21"),
    ("rows: [{key: total}]", "TF713 9:8"),
    ("figures: []", "TF510 6:1"),
    ("colour: red", "TF502 9:1"),
  ]) func mistakes(_ more: String, _ place: String) {
    #expect(problem(with(more)) == place)
  }

  @Test(arguments: [
    ("by: category", "by: kategory", "TF711 4:5"), ("by: category", "by: person", "TF702 4:5"),
    ("by: category", "by: {each: category}", "TF505 4:12"), ("by: category", "by: {each: chanels}", "TF711 4:12"),
    ("by: category", "by: occupation", "TF710 4:5"), ("by: category", "by: \"substr(category, 1)\"", "TF710 4:5"),
    ("by: category", "by: {register: kind}", "TF701 4:16"), ("dataset: archives", "dataset: archive", "TF701 3:10"),
    ("table: T17", "table: 表17", "TF505 1:8"), ("title: {zh: 档案, en: Archives}", "title: {zh: 档案}", "TF504 2:8"),
    ("total: true", "audience: public\ndataset2: x", "TF502 6:1"),
  ]) func mistakesAbove(_ old: String, _ new: String, _ place: String) {
    #expect(problem(TableFileTests.start.replacing(old, with: new)) == place)
  }

  @Test func aPublicTableKnowsWhoContributes() {
    let nobodys = TableFileTests.start.replacing("dataset: archives", with: "dataset: nobodys")
    #expect(problem(nobodys) == "none")
    #expect(problem(nobodys + "audience: public\n") == "TF703 7:3")
    let keyless = TableFileTests.start.replacing("dataset: archives", with: "dataset: keyless")
    #expect(problem(keyless + "audience: public\n") == "TF712 7:3")
  }

  @Test func quantilesAreNoDenominators() {
    let text = with("- {id: q, zh: 甲, en: A, unit: \"\", quantile: {of: pay, at: [0.5]}}")
    #expect(problem(text + "- {id: x, zh: 甲, en: A, unit: \"%\", ratio: {part: q, of: stock}}\n") == "TF714 10:3")
  }

  @Test func twoFilesDeclareNoTableTwice() throws {
    let folder = NSTemporaryDirectory() + "tables-\(UInt64.random(in: 0 ... .max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in ["a.yaml", "b.yaml"] {
      try TableFileTests.start.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    }
    #expect(throws: PipelineError.self) { try TableFiles(folder).definitions(context()) }
    try FileManager.default.removeItem(atPath: folder + "/b.yaml")
    #expect(try TableFiles(folder).definitions(context()).map(\.id) == ["T17"])
  }
}
