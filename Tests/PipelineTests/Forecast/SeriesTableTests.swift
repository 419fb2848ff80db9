import Domain
import Foundation
import Testing

@testable import Pipeline

@Suite struct SeriesTableTests {
  private static let header = "unique_id,type,period,h,n_train,y_train,y_test\n"

  private func read(_ text: String) throws -> SeriesTable {
    let path = NSTemporaryDirectory() + "series-\(UUID().uuidString).csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return try SeriesTable(path: path)
  }

  @Test func competitionForm() throws {
    guard case .competition(let all) = try read(SeriesTableTests.header + "A,x,4,2,3,1 2.5 3,4 5\nB,x,12,1,1,7,\n")
    else {
      Issue.record("no competition")
      return
    }
    #expect(all.map(\.id) == ["A", "B"] && all.map(\.line) == [2, 3])
    #expect(all[0].series.filled == [1, 2.5, 3] && all[0].test == [4, 5] && all[0].series.period == 4)
    #expect(all[1].test.isEmpty && all[1].horizon == 1)
  }

  @Test func datedForm() throws {
    guard case .dated(let dated) = try read("period,value\n2026-03,3\n2025-12,1\n2026-01,\n") else {
      Issue.record("no dates")
      return
    }
    #expect(dated.first.text == "2025-12" && dated.series.values == [1, nil, nil, 3] && dated.series.period == 12)
  }

  @Test(arguments: [
    ("A,x,4,2,3,1 b 3,4 5", "y_train 列第 2 个数"), ("A,x,4,2,2,1 2 3,4 5", "n_train"), ("A,x,4,2,3,1 2 3,4", "y_test"),
    ("A,x,0,2,3,1 2 3,4 5", "period"), ("A,x,4,x,3,1 2 3,4 5", "h 列"), (",x,4,2,3,1 2 3,4 5", "unique_id"),
    ("A,x,4,2,3,1 inf 3,4 5", "y_train"),
  ])
  func wrongCellIsNamed(row: String, word: String) throws {
    let error = try #require(throws: PipelineError.self) {
      try read(SeriesTableTests.header + "Z,x,4,1,1,1,1\n\(row)\n")
    }
    #expect(error.code == .wrongSeriesCell && error.place.hasSuffix(":3") && error.message.contains(word), "\(error)")
  }

  @Test(arguments: [
    ("2026-13,1", 2), ("2026-01,1\n2026-01,2", 3), ("2026-01,1\n2026Q2,2", 3), ("2026-01,一", 2), ("x,1", 2),
  ])
  func wrongDateIsNamed(rows: String, line: Int) throws {
    let error = try #require(throws: PipelineError.self) { try read("period,value\n\(rows)\n") }
    #expect(error.code == .wrongSeriesCell && error.place.hasSuffix(":\(line)"), "\(error)")
  }

  /// Two columns may be called anything, if the first has periods.
  @Test func twoColumnsOfOtherNames() throws {
    guard case .dated(let dated) = try read("时期,需求\n2026Q1,12\n2026Q2,15\n") else {
      Issue.record("no dates")
      return
    }
    #expect(dated.first.text == "2026Q1" && dated.series.values == [12, 15])
    let error = try #require(throws: PipelineError.self) { try read("时期,需求\n2026Q1,12\n2026Q2,很多\n") }
    #expect(error.place.hasSuffix(":3") && error.message.contains("需求 列"), "\(error)")
  }

  @Test func otherFiles() throws {
    #expect(throws: PipelineError.self) { try SeriesTable(path: "/nowhere.csv") }
    let error = try #require(throws: PipelineError.self) { try read("a,b\n1,2\n") }
    #expect(error.code == .notSeries && error.remedy.contains("unique_id") && error.remedy.contains("period,value"))
  }

  @Test(arguments: [
    ("2026-09", "2026-09", 12), ("2026M09", "2026-09", 12), ("202609", "2026-09", 12), ("2026/9", "2026-09", 12),
    ("2026Q3", "2026Q3", 4), ("2026-q3", "2026Q3", 4), ("2026", "2026", 1),
  ])
  func steps(text: String, wanted: String, perYear: Int) throws {
    let step = try #require(SeriesStep(text))
    #expect(step.text == wanted && step.perYear == perYear)
    #expect(step.advanced(by: perYear).year == step.year + 1)
  }

  @Test(arguments: ["", "26-09", "2026Q5", "2026-00", "2026-1-1", "20261", "甲", "2026-09-01", "2026QQ"])
  func noSteps(text: String) { #expect(SeriesStep(text) == nil) }
}
