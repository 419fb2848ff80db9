import Foundation
import TestSupport
import Testing

/// What the pipeline says of the sample's archives equals what an independent program makes of the same exports.
@Suite(.enabled(if: Tool.python != nil, "python3 is not installed: the independent computation is skipped"))
struct ArchiveTruthTests {
  /// Editions, and the quarter that their tables of archives are of: those of its last month too.
  @Test(arguments: [("2026Q3", "2026Q3"), ("2025Q2", "2025Q2"), ("2026M09", "2026Q3")])
  func independentComputation(_ period: String, _ quarter: String) throws {
    let run = try SampleRun.shared.get()
    let scratch = try TestFolder()
    let result = try #require(Tool.python).run([
      Repository.file("Tests/EndToEndTests/Scripts/archives.py"), Repository.file("SampleData"),
      Repository.file("Pipelines/codelists"), Repository.file("Pipelines/rules/monitor.yaml"), quarter, scratch.path,
    ])
    #expect(result.status == 0, "\(result.errors)")
    for id in ["T17", "T17-education", "T17-title"] {
      let truth = try EditionTable(scratch.data("\(id).csv"))
      ArchiveTruthTests.compare(try run.pipeline.table(id, period: period), truth, "\(period) \(id)")
    }
    // Only the bureau reads this one: it stands in no public edition, whatever the limits.
    #expect(!run.pipeline.scratch.exists("Reports/bulletin/\(period)/tables/T17-bureau.csv"))
    let bureau = try Program.talentflow.run(
      ["table", "T17-bureau", "--pipeline", run.pipeline.path, "--period", period])
    #expect(bureau.status == 0, "\(bureau.errors)")
    try compareBureau(
      EditionTable(Data(bureau.output.utf8)), EditionTable(scratch.data("T17-bureau.csv")), "\(period) T17-bureau")
  }

  /// Rows are named by the list's names; the truth has its codes too. Every cell of every region.
  private static func compare(_ table: EditionTable, _ truth: EditionTable, _ name: String) {
    let columns = Array(truth.header.dropFirst(4))
    #expect(columns.allSatisfy(table.header.contains), "\(name) \(table.header)")
    let keys = table.select(["region", "row"])
    let names = truth.select(["region", "row_name"])
    for (key, row) in zip(keys, table.select(columns)) {
      let wanted = names.firstIndex(of: key).map { truth.select(columns)[$0] }
      #expect(row == wanted, "\(name) \(key)")
    }
    // Codes that are no row of the table count to the rest: there are none of them.
    for (key, row) in zip(names, truth.select(columns)) where !keys.contains(key) {
      #expect(row[0] == "0", "\(name) \(key) is not in the table")
    }
    #expect(keys.count >= 5 * 5, "\(name)")
    if table.header.contains("stock_share") { shares(table, name) }
  }

  /// Percent of the total with two decimals.
  private static func shares(_ table: EditionTable, _ name: String) {
    for cells in table.select(["region", "row", "archive_stock", "stock_share"]) {
      let total = table.cell("total", "archive_stock", region: cells[0]).flatMap(Double.init) ?? 0
      let (part, share) = (Double(cells[2]) ?? -1, Double(cells[3]) ?? -1)
      #expect(abs(100 * part / total - share) < 0.00501, "\(name) \(cells)")
    }
  }

  /// The command's own form, a header a region: table, region, label of the row, the printed figures with their changes.
  private func compareBureau(_ table: EditionTable, _ truth: EditionTable, _ name: String) throws {
    let labels = [
      "非公单位聘用人员", "辞职辞退人员", "解除或终止劳动关系人员", "未就业毕业生", "自费出国人员", "外企中方雇员", "灵活就业人员", "未说明", "合计",
    ]
    // Codes 1 to 7, the rest, the total; after `received` and its changes.
    let rows = table.rows.filter { $0[0] == "T17-bureau" }
    #expect(rows.count == truth.rows.count && truth.rows.count == 5 * labels.count, "\(name)")
    for (index, (row, wanted)) in zip(rows, truth.rows).enumerated() {
      #expect(row[1] == wanted[1] && row[2] == labels[index % labels.count], "\(name) \(row)")
      // Behind them stands what offices reported, which `FlowTruthTests` looks at.
      let own = row.dropFirst(6).prefix(wanted.count - 4)
      #expect(Array(own) == Array(wanted.dropFirst(4)), "\(name) \(row) \(wanted)")
    }
  }
}
