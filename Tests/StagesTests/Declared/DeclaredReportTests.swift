import Domain
import Tables
import Testing

@testable import Stages

@Suite struct DeclaredReportTests {
  /// A monthly bulletin has the tables of its quarter: what they call 「本期」 is named.
  @Test func sentencesOfAnotherPeriodNameIt() throws {
    let (month, quarter) = (try #require(Period("2026M09")), try #require(Period("2026Q3")))
    let table = StatTable(id: "T18-net", title: Label("净流入"), measures: [], rows: [])
    let entry = DeclaredReport.Entry(
      table: ProtectedTable(shown: table), period: quarter, sentences: [Label("本期到岗81人。")], chart: nil)
    let texts = try Texts.shipped()
    #expect(entry.sentences(in: quarter, texts).map(\.zh) == ["本期到岗81人。"])
    #expect(entry.sentences(in: month, texts).map(\.zh) == ["2026年第三季度：本期到岗81人。"])
    #expect(entry.family == "T18")
  }
}
