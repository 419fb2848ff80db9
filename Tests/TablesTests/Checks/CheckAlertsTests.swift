import Domain
import Testing
import Warehouse

@testable import Tables

@Suite struct CheckAlertsTests {
  private let days = (1...5).map { Day(ordinal: 20_000 + $0) }

  private func check(_ id: String) -> Check {
    Check(
      id: id, title: "检查 \(id)", levels: [.correct], section: "甲科", clause: "条例", remedy: "改", entry: [], other: nil,
      needs: [], values: [:], select: Condition("", path: "", line: 1, column: 1), day: days[0], examples: [])
  }

  private func found(_ id: String, _ entries: [String]) -> CheckList {
    let lines = entries.map { CheckLine(level: .correct, values: [.entry: .text($0)]) }
    return CheckList(check: check(id), outcome: .found(lines), version: "")
  }

  private func alerts(_ lists: [CheckList], _ book: AlertBook) -> [AlertCandidate] {
    CheckList.alerts(lists, records: book.records.values) { "lists/\($0)" }
  }

  @Test func leadsAreNewStillAndCleared() {
    var book = AlertBook()
    for (day, entries) in [(days[0], ["1", "2"]), (days[1], ["2", "3"])] {
      book.advance(alerts([found("A-01", entries)], book), on: day)
      if day == days[0] { book.tell(on: day) }
    }
    let states = book.alerts(on: days[1]).map { "\($0.content.id) \($0.state.rawValue)" }
    #expect(states == ["check/A-01/3 new", "check/A-01/2 still", "check/A-01/1 cleared"])
    #expect(CheckAlerts.folded(book.alerts(on: days[1])).map(\.content.figure) == ["1 条", "1 条", "1 条"])
  }

  @Test func whatIsNotCheckedIsNotCleared() {
    var book = AlertBook()
    book.advance(alerts([found("A-01", ["1"]), found("A-02", ["1"]), found("A-03", ["1"])], book), on: days[0])
    let lists = [
      CheckList(check: check("A-01"), outcome: .missing(["counts"]), version: ""),
      CheckList(check: check("A-02"), outcome: .tooMany(20_000), version: ""),
      CheckList(check: check("A-03"), outcome: .off, version: ""),
    ]
    book.advance(alerts(lists, book), on: days[1])
    let open = book.records.values.filter { $0.cleared == nil }.map(\.content.id).sorted()
    #expect(open == ["check/A-01/1", "check/A-02", "check/A-02/1"])
    // What was never found is not held.
    #expect(alerts([lists[0]], AlertBook()).isEmpty)
  }

  @Test func pagesCountAndNameNoLead() {
    var book = AlertBook()
    book.advance(alerts([found("A-01", ["1", "2", "3"]), found("A-02", ["9"])], book), on: days[0])
    let folded = CheckAlerts.folded(book.alerts(on: days[0]))
    #expect(folded.map(\.content.id) == ["check/A-01", "check/A-02"])
    #expect(folded.map(\.content.figure) == ["3 条", "1 条"])
    #expect(folded.map(\.content.place) == ["lists/甲科", "lists/甲科"])
  }
}
