import Foundation
import TestSupport
import Testing

/// What the pipeline says of agencies, cases, registers, posts, claims and lists in the sample equals what an independent
/// program makes of the raw exports, in every cell.
@Suite(.enabled(if: Tool.python != nil, "python3 is not installed: the independent computation is skipped"))
struct DutyTruthTests {
  private static let quarterly = [
    "T16-cases", "T16-leads", "T22-posts", "T22-relaxed", "T22-grassroots", "T22-titles", "T23", "T24",
  ]
  private static let half = ["T15", "T15-business", "T15-grades", "T15-towns", "T21"]

  /// Editions, and the periods that their tables are of: those of the shorter period that ends one, too.
  @Test(arguments: [
    ("2026Q3", "2026Q3", quarterly), ("2026M09", "2026Q3", quarterly), ("2025Q2", "2025Q2", quarterly),
    ("2026H1", "2026H1", half), ("2025Q2", "2025H1", half), ("2025", "2025", ["T15-annual"]),
  ])
  func independentComputation(_ edition: String, _ period: String, _ tables: [String]) throws {
    let run = try SampleRun.shared.get()
    let scratch = try TestFolder()
    let result = try #require(Tool.python).run([
      Repository.file("Tests/EndToEndTests/Scripts/duties.py"), Repository.file("SampleData"),
      Repository.file("Pipelines/codelists"), Repository.file("Pipelines/rules/monitor.yaml"), period, scratch.path,
      "03-31",
    ])
    #expect(result.status == 0, "\(result.errors)")
    var cells = 0
    for id in tables {
      let truth = try EditionTable(scratch.data("\(id).csv"))
      let rows = try FlowTruthTests.compare(run.pipeline.table(id, period: edition), truth, "\(edition) \(id)")
      cells += rows * (truth.header.count - 2)
    }
    print("\(edition): \(cells) cells of \(tables.joined(separator: " ")) equal the independent computation")
    #expect(cells > 10)
  }

  /// A table of half-years is in the editions of the half-year and of the quarter that ends it, and in no other.
  @Test func halfYearsStandWhereTheyEnd() throws {
    let scratch = try SampleRun.shared.get().pipeline.scratch
    for edition in ["2026Q3", "2026M09", "2025"] {
      for id in DutyTruthTests.half { #expect(!scratch.exists("Reports/bulletin/\(edition)/tables/\(id).csv")) }
    }
    for edition in ["2026H1", "2025Q2"] { #expect(scratch.exists("Reports/bulletin/\(edition)/tables/T21.csv")) }
    // What only the bureau reads.
    #expect(!scratch.exists("Reports/bulletin/2026Q3/tables/T23-housing.csv"))
  }
}
