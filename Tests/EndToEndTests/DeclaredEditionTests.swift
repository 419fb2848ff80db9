import Foundation
import TestSupport
import Testing

/// What public editions give away of declared tables: five successive quarters with a revision, read by an independent
/// program that knows nothing but the published tables, against counts that another one made of the exports.
@Suite struct DeclaredEditionTests {
  /// What the audit says of some tables; nil, and said so, where Python has no linear programming.
  private func audit(
    _ description: String, of editions: [String] = DeclaredEditions.names, _ options: String...
  ) throws -> Program.Result? {
    guard let python = Tool.solver else {
      print("SKIPPED: the audit of declared tables needs Python 3 with scipy")
      return nil
    }
    let scratch = try DeclaredEditions.shared.get().copy.scratch
    let scripts = Repository.file("Tests/EndToEndTests/Scripts")
    return try python.run(
      ["\(scripts)/table_audit.py", "\(scripts)/audits/\(description).json"]
        + ["Reports/bulletin", "open", "leaves"].map(scratch.file) + editions + options)
  }

  @Test(arguments: ["T17", "T18", "permits", "T16", "T21", "T22"])
  func nothingHiddenCanBeComputed(_ description: String) throws {
    let editions = description == "T21" ? DeclaredEditions.ends : DeclaredEditions.names
    guard let result = try audit(description, of: editions) else { return }
    print("\(description): \(result.output.split(separator: "\n").last ?? "")")
    #expect(result.status == 0 && result.output.contains(" 0 leaks"), "\(result.output)\(result.errors)")
  }

  /// The audit finds what is told once hidden counts are shown: others that they protected, and sensitive ones themselves.
  @Test(arguments: ["T17", "T18", "permits", "T22"]) func theAuditFindsWhatAWeakenedEditionTells(_ description: String)
    throws
  {
    let last = Array(DeclaredEditions.names.suffix(2))
    guard let weakened = try audit(description, of: last, "--weaken", "10") else { return }
    #expect(weakened.status == 1 && weakened.output.contains("a reader finds"), "\(weakened.output)\(weakened.errors)")
    // One sensitive count of all.
    guard let shown = try audit(description, of: last, "--show", "100000") else { return }
    #expect(shown.status == 1 && shown.output.contains("a reader finds"), "\(shown.output)\(shown.errors)")
  }

  /// Tables that have a figure in common show it alike.
  @Test func tablesTellTheSameTotals() throws {
    let scratch = try DeclaredEditions.shared.get().copy.scratch
    for edition in DeclaredEditions.names {
      let tables = try ["T17", "T17-education", "T17-title"].map {
        try EditionTable(scratch.data("Reports/bulletin/\(edition)/tables/\($0).csv"))
      }
      for region in ["450600", "450602", "450603", "450621", "450681"] {
        let totals = tables.map { $0.cell("total", "archive_stock", region: region) ?? "" }
        #expect(Set(totals).count == 1 && totals[0] != "", "\(edition) \(region) \(totals)")
      }
    }
  }

  /// Every figure that a public edition shows is true of the exports that had come by then, and the revision had more.
  @Test(.enabled(if: Tool.python != nil, "python3 is not installed: nothing computes the truth"))
  func whatIsShownIsTrue() throws {
    let scratch = try DeclaredEditions.shared.get().copy.scratch
    var (shown, hidden) = (0, 0)
    for edition in DeclaredEditions.names {
      for id in DeclaredEditions.tables + DeclaredEditions.flows
        + DeclaredEditions.duties + (DeclaredEditions.ends.contains(edition) ? DeclaredEditions.halves : [])
      {
        let published = try EditionTable(scratch.data("Reports/bulletin/\(edition)/tables/\(id).csv"))
        let truth = try EditionTable(scratch.data("open/\(edition)/tables/\(id).csv"))
        let columns = truth.header.filter { !["period", "region", "row", "row_name"].contains($0) }
        for (key, row) in zip(truth.select(["region", "row"]), truth.select(columns)) {
          for (column, wanted) in zip(columns, row) {
            let cell = published.cell(key[1], column, region: key[0])
            if cell == "[c]" { hidden += 1 } else { shown += 1 }
            #expect(cell == "[c]" || cell == wanted, "\(edition) \(id) \(key) \(column): \(cell ?? ""), not \(wanted)")
          }
        }
      }
    }
    print("declared tables of public editions: \(shown) figures shown, \(hidden) hidden")
    #expect(shown > 1000 && hidden > 1000)
    let stocks = try ["2026Q2", "2026Q2-r2"].map {
      try EditionTable(scratch.data("open/\($0)/tables/T17.csv")).cell("total", "archive_in") ?? ""
    }
    #expect((Int(stocks[0]) ?? 0) < (Int(stocks[1]) ?? 0), "\(stocks)")
  }
}
