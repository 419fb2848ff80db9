import Foundation
import TestSupport
import Testing

/// What editions that everybody may read give away: five successive ones over SampleData, one of them revised, read by an
/// independent program that knows nothing but their tables.
@Suite struct PublicEditionTests {
  private static let script = Repository.file("Tests/EndToEndTests/Scripts/public_audit.py")

  /// Nil, and said so, where Python has no linear programming.
  private func audit(_ options: String...) throws -> Program.Result? {
    let folders = [try PublicRun.shared.get(), try PublicRun.open.get()].map {
      $0.pipeline.scratch.file("Reports/bulletin")
    }
    guard let python = Tool.solver else {
      print("SKIPPED: the audit of public editions needs Python 3 with scipy")
      return nil
    }
    return try python.run([PublicEditionTests.script] + folders + PublicRun.editions + options)
  }

  @Test func nothingHiddenCanBeComputed() throws {
    guard let result = try audit() else { return }
    print(result.output.split(separator: "\n").last ?? "")
    #expect(result.status == 0 && result.output.contains(", 0 leaks"), "\(result.output)\(result.errors)")
  }

  @Test func theAuditFindsWhatAWeakenedEditionTells() throws {
    guard let result = try audit("--weaken", "20") else { return }
    #expect(result.status == 1 && result.output.contains("a reader finds"), "\(result.output)\(result.errors)")
  }

  /// A reader of the public edition finds every figure that is not hidden, and that is most of them.
  @Test func whatIsShownIsTrue() throws {
    let (shown, open) = (try PublicRun.shared.get().pipeline, try PublicRun.open.get().pipeline)
    var (hidden, all) = (0, 0)
    for id in ["T1", "T2", "T3", "T4", "T5", "T8", "T9", "T10", "T11", "T12", "T13", "T14", "T14-mismatch"] {
      let (here, there) = (try shown.table(id), try open.table(id))
      #expect(here.header == there.header && here.rows.count == there.rows.count)
      for (own, other) in zip(here.rows, there.rows) {
        // Period, region and row stand in the first five columns.
        #expect(own.prefix(5) == other.prefix(5))
        for (cell, truth) in zip(own, other).dropFirst(5) {
          all += 1
          if cell == "[c]" { hidden += 1 } else { #expect(cell == truth, "\(id) \(own)") }
        }
      }
    }
    print("hidden in 2026Q3: \(hidden) of \(all) cells")
    #expect(hidden > 100 && hidden * 3 < all)
  }

  /// One county's figure of this occupation is hidden. Another county's is hidden for its sake, not the city's.
  @Test func theCitysLargestShortageIsShown() throws {
    let scratch = try ShippedRun.shared.get().pipeline.scratch
    let shown = try EditionTable(scratch.data("Reports/bulletin/2026Q3/tables/T6.csv"))
    let all = try EditionTable(scratch.data("bureau/2026Q3-internal/tables/T6-internal.csv"))
    #expect(shown.rows.first == all.rows.first)
    let counties = shown.rows.filter { $0[1] != "450600" && $0[4] == all.rows[0][4] }.count
    #expect(counties < all.rows.filter { $0[1] != "450600" && $0[4] == all.rows[0][4] }.count)
  }

  /// A mismatch is formed of many counts: one that were hidden could be computed from it. So it is shown only where all of
  /// them are, of the period that it is of.
  @Test func whatGoesIntoAMismatchIsShown() throws {
    let pipeline = try PublicRun.shared.get().pipeline
    let periods = [("value", "2026Q3"), ("value_previous", "2026Q2-r2"), ("value_year_before", "2025Q3")]
    let mismatch = try pipeline.table("T14-mismatch", period: "2026Q3")
    var (shown, hidden) = (0, 0)
    for (row, id) in [("education", "T11"), ("level", "T12")] {
      for (column, period) in periods {
        let table = try pipeline.table(id, period: period)
        for region in pipeline.regions {
          let counts = table.select(["region", "row", "demand", "seekers"])
            .filter { $0[0] == region && !["total", "unknown", "vocational"].contains($0[1]) }
          #expect(counts.count > 5)
          let cells = [row, "\(row)_linear"].map { mismatch.cell($0, column, region: region) }
          #expect(cells[0] == "[c]" ? cells[1] == "[c]" : cells[1] != "[c]")
          if cells[0] == "[c]" {
            hidden += 1
          } else {
            shown += 1
            #expect(counts.allSatisfy { !$0.contains("[c]") }, "\(region) \(row) \(period)")
          }
        }
      }
    }
    print("mismatch by education and level: \(shown) shown, \(hidden) hidden")
    #expect(hidden > 0)
  }

  /// Nowhere but in the tables does a small count of seekers stand: not in sentences, charts or descriptions of charts.
  @Test func pagesSayNoMoreThanTables() throws {
    let pipeline = try PublicRun.shared.get().pipeline
    let folder = "Reports/bulletin/2026Q3"
    let warnings = try pipeline.table("warnings")
    #expect(warnings.select(["last_demand", "last_seekers", "gap_p50"]).allSatisfy { $0 == ["[c]", "[c]", "[c]"] })
    #expect(try pipeline.table("forecast").select(["level"]).allSatisfy { ["0", "1"].contains($0[0]) })
    let page = try pipeline.scratch.text("\(folder)/tables.html")
    #expect(page.contains("[c]") && !page.contains("未经披露控制"))
    // Rows of zeros are named, not printed; signs are explained where they stand.
    #expect(page.contains("各项都为 0 的不列：") && !page.contains("<th scope=\"row\">军队人员</th>"))
    #expect(try pipeline.scratch.text("\(folder)/tables/T5.csv").contains("军队人员"))
    // What is hidden has no bar, no column and no place in a sentence.
    let names = pipeline.scratch.files(folder).filter { $0.hasSuffix(".html") }
    #expect(names.count > 2 * pipeline.regions.count)
    for name in names {
      // But for the script, which asks `isNaN`.
      let text = try pipeline.scratch.text("\(folder)/\(name)").replacing(
        /<script>[^<]*(?:<[^\/][^<]*)*<\/script>/, with: "")
      #expect(!text.contains(">0 [c]<") && !text.contains("NaN"))
    }
  }

  /// The edition for the bureau stands in a folder of its own that nobody else may open, marked in every name.
  @Test func theInternalEditionIsMarked() throws {
    let pipeline = try ShippedRun.shared.get().pipeline
    let folder = pipeline.scratch.file(ShippedRun.bureau)
    let mode = try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int
    #expect(mode == 0o700)
    let files = pipeline.scratch.files("bureau/2026Q3-internal")
    let fixed = ["SHA256SUMS", "datapackage.json", "edition.json"]
    #expect(files.count > 20 && files.allSatisfy { fixed.contains($0) || $0.contains("-internal.") }, "\(files)")
    for page in files where page.hasSuffix(".html") {
      #expect(try pipeline.scratch.text("bureau/2026Q3-internal/\(page)").contains("内部版"), "\(page)")
    }
    #expect(try Program.talentflow.run(["verify", "\(folder)/2026Q3-internal"]).status == 0)
    let (inside, outside) = (
      try pipeline.scratch.text("bureau/2026Q3-internal/tables/T12-internal.csv"),
      try pipeline.scratch.text("Reports/bulletin/2026Q3/tables/T12.csv")
    )
    func hidden(_ text: String) -> Int { text.split(separator: ",").filter { $0 == "[c]" }.count }
    #expect(hidden(inside) < hidden(outside))
    #expect(!pipeline.scratch.exists("Reports/bulletin/2026Q3-internal"))
  }

  /// What one edition hid stays hidden in its revision, though the count has grown; the same data give the same figures.
  @Test func whatWasHiddenStaysHidden() throws {
    var pipeline = try PublicRun.shared.get().pipeline
    pipeline.hasForecast = false
    var hidden = 0
    for id in ["T3", "T4", "T5", "T8", "T9", "T10", "T11", "T12"] {
      let columns = ["region", "row", "demand", "seekers"]
      let (first, second) = (
        try pipeline.table(id, period: "2026Q2").select(columns),
        try pipeline.table(id, period: "2026Q2-r2").select(columns)
      )
      for (before, after) in zip(first, second) {
        #expect(before.prefix(2) == after.prefix(2))
        for (old, new) in zip(before, after) where old == "[c]" {
          hidden += 1
          #expect(new == "[c]", "\(id) \(before) \(after)")
        }
      }
    }
    #expect(hidden > 50)
    let tables = try ["T1", "T5", "T9"].map { try pipeline.table($0, period: "2026Q1").rows }
    #expect(try pipeline.run("--period", "2026Q1").status == 0)
    #expect(try ["T1", "T5", "T9"].map { try pipeline.table($0, period: "2026Q1").rows } == tables)
  }

  /// Rules that came too late cannot take back what stands in an edition: it is said before the next one is published, and
  /// published only when somebody answers for it.
  @Test func whatWasToldIsNotHiddenInSilence() throws {
    let market = TestPipeline.marketInputs
    var pipeline = try TestPipeline(inputs: market, period: "2026Q3")
    #expect(try pipeline.run().status == 0)
    let before = try pipeline.table("T12").rows
    pipeline.isProtected = true
    for refused in [try pipeline.run("--dry-run"), try pipeline.run()] {
      #expect(refused.status == 65 && refused.errors.contains("TF419"), "\(refused.errors)")
      #expect(refused.errors.contains("seekers/T12/title3: 这个不公布的数从公布过的数可以推算出来"))
      #expect(try pipeline.table("T12").rows == before)
    }
    for _ in 0..<2 {
      #expect(try pipeline.run("--accept-disclosed").status == 0)
      // It was told, and is told no more.
      let next = try pipeline.run()
      #expect(next.status == 0, "\(next.errors)")
    }
    #expect(try pipeline.table("T12").rows != before)
  }

  /// What changed from one quarter to the next is what a reader of the two tables finds.
  @Test func twoEditionsAreCompared() throws {
    let pipeline = try PublicRun.open.get().pipeline
    let folders = ["2026Q2", "2026Q3"].map { pipeline.scratch.file("Reports/bulletin/\($0)") }
    let result = try Program.talentflow.run(["diff"] + folders)
    #expect(result.status == 0, "\(result.errors)")
    let (before, after) = (try pipeline.table("T1", period: "2026Q2"), try pipeline.table("T1"))
    let (old, new) = (before.cell("valid", "demand") ?? "", after.cell("valid", "demand") ?? "")
    #expect(old != new && result.output.contains("tables/T1.csv 450600/valid demand: \(old) → \(new)"))
    let zip = try Program.talentflow.run(["diff", folders[1], "\(folders[1])/bulletin-2026Q3.zip"])
    #expect(zip.status == 0 && zip.output.hasSuffix(" 0 处不同。\n"), "\(zip.output)")
    let wrong = try Program.talentflow.run(["diff", folders[1], pipeline.path])
    #expect(wrong.status == 66 && wrong.errors.contains("TF661"), "\(wrong.errors)")
  }
}
