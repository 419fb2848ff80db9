import Domain
import Testing
import Warehouse

@testable import Tables

@Suite struct SQLTextTests {
  private let connection: DatasetConnection

  init() throws { connection = try Drafts.shared.get().connection() }

  private func place(_ body: () throws -> Void) throws -> String {
    try #require(throws: PipelineError.self) { try body() }.place
  }

  @Test func conditionsAreToldWhereTheyStand() throws {
    let condition = Condition("kind = '职称' AND nobody > 1", path: "T1.yaml", line: 7, column: 12)
    #expect(try place { _ = try connection.check(condition, of: "register") } == "T1.yaml:7:28")
    let other = Condition("kind = 'x'\n  AND date('now') > starts_on", path: "T1.yaml", line: 7, column: 12)
    #expect(try place { _ = try connection.check(other, of: "register") } == "T1.yaml:8:7")
    #expect(
      try place {
        _ = try connection.check(Condition("1) UNION SELECT (1", path: "a", line: 1, column: 1), of: "claims")
      }
        == "a:1:2")
  }

  @Test func composedTextsKnowTheirConditions() throws {
    let first = Condition("started_on BETWEEN :start AND :end", path: "a.yaml", line: 3, column: 5)
    let second = Condition("outcome = '录用' AND pay > :end + nobody -- so", path: "b.yaml", line: 9, column: 1)
    var text = SQLText()
    text.append("SELECT sum(")
    text.append(first) { "\($0)_10" }
    text.append("), sum(")
    text.append(second) { "\($0)_2" }
    text.append(") FROM placements")
    #expect(text.sql.contains(":start_10 AND :end_10"))
    #expect(text.sql.contains(":end_2"))
    #expect(try place { _ = try connection.prepare(text) } == "b.yaml:9:33")
  }

  @Test func valuesThatAreMissingAreTold() throws {
    var text = SQLText()
    text.append("SELECT count(*) FROM placements WHERE ")
    text.append(Condition("pay > 0 AND pay < :limit", path: "a.yaml", line: 2, column: 10))
    #expect(try place { try connection.forEach(text, [:]) { _ in } } == "a.yaml:2:28")
  }

  @Test func errorsOfFunctionsAreToldWithTheStatement() throws {
    try connection.insert(into: "placements", ["entry": .text("1"), "started_on": .text("soon")])
    var text = SQLText()
    text.append("SELECT ")
    text.append(Condition("days(started_on, started_on)", path: "a.yaml", line: 2, column: 10))
    text.append(" FROM placements")
    let error = try #require(throws: PipelineError.self) { try connection.forEach(text, [:]) { _ in } }
    #expect(error.code == .sqlUnable)
    #expect(error.message.contains("soon 不是日期"))
  }

  @Test func derivedDatasetsAreToldInTheirFile() throws {
    let drafts = try Drafts.shared.get()
    let bad = DatasetView(
      name: "bad", title: Label(zh: "坏", en: "Bad"), columns: [], roles: Roles(), contributor: nil,
      select: .init(sql: "-- a\nSELECT entry,\n  nobody FROM claims", path: "bad.sql"))
    #expect(
      try place {
        _ = try DatasetConnection(
          path: nil, views: drafts.views + [bad], lists: drafts.lists, functions: drafts.functions)
      } == "bad.sql:3:3")
  }

  @Test func wordsOfNothingAreTold() throws {
    let words: Set = ["属实", "档案证明", "通过"]
    func unknown(_ sql: String) -> [String] {
      UnknownWords.problems(in: Condition(sql, path: "a", line: 1, column: 1), words: words, own: ["甲"]).map(\.place)
    }
    #expect(unknown("outcome = '属 实'") == ["a:1:11"])
    #expect(unknown("outcome = '属实' AND item LIKE '档案%' AND x = '甲'") == [])
    #expect(unknown("item LIKE '档 案%'") == ["a:1:11"])
    #expect(unknown("item = '档案'") == ["a:1:8"])
    #expect(unknown("CASE WHEN x = '通过' THEN '没有' ELSE '其他' END, '人' AS unit") == [])
    #expect(unknown("x = 'abc' -- '不是'") == [])
  }
}
