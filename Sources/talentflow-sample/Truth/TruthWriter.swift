import Foundation

/// Writes what a correct pipeline must find.
struct TruthWriter {
  let folder: URL

  /// Systems in the order in which a pipeline reads them.
  private static let systems = [
    "fcg-public", "gx-rencai", "agency-feed", "seekers-centre", "seekers-county", "placements", "archives", "register",
    "counts",
  ]

  func write(_ ledger: Ledger) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try writeAccounting(ledger)
    try writeRejects(ledger)
    try save([ShortageTruth.measures] + ShortageTruth.rows(), to: folder.appending(path: "shortages.csv"))
    let facts = CopyRule.withoutCopies(ledger.facts)
    for period in TruthPeriod.all { try write(period, facts) }
  }

  private func writeAccounting(_ ledger: Ledger) throws {
    let rows = inOrder(ledger.files, \.system, \.file).map { count in
      precondition(
        count.accepted + count.rejected + count.duplicate + count.unchanged == count.rows,
        "the rows of \(count.file) do not add up")
      return [
        count.system, count.file, "\(count.rows)", "\(count.accepted)", "\(count.rejected)", "\(count.duplicate)",
        "\(count.unchanged)",
      ]
    }
    try save(
      [["source", "file", "rows", "accepted", "rejected", "duplicate", "unchanged"]] + rows,
      to: folder.appending(path: "accounting.csv"))
  }

  private func writeRejects(_ ledger: Ledger) throws {
    let rows = inOrder(ledger.rejects, \.system, \.file).map { [$0.system, $0.file, "\($0.line)", $0.rule] }
    try save([["source", "file", "line", "rule"]] + rows, to: folder.appending(path: "rejects.csv"))
  }

  /// Processing order: system, then file name; the order within a file stays.
  private func inOrder<Row>(_ rows: [Row], _ system: (Row) -> String, _ file: (Row) -> String) -> [Row] {
    TruthWriter.systems.flatMap { name in
      rows.enumerated().filter { system($0.element) == name }
        .sorted { (file($0.element), $0.offset) < (file($1.element), $1.offset) }.map(\.element)
    }
  }

  private func write(_ period: TruthPeriod, _ facts: [MarketFact]) throws {
    let path = folder.appending(path: "tables/\(period.name)")
    try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
    let views = ([Place.city] + Place.counties).map { place in
      (region: "\(place.code)", view: MarketView(facts, region: place.code, period: period))
    }
    func save(_ id: String, _ measures: [String], _ rows: (MarketView) -> [[String]]) throws {
      let lines = views.flatMap { region, view in rows(view).map { [region] + $0 } }
      try self.save([["region", "row"] + measures] + lines, to: path.appending(path: "\(id).csv"))
    }
    try save("T1", TotalsTable.measures, TotalsTable.rows)
    for form in TableForm.all { try save(form.id, form.measures) { GroupedFigures(form: form, view: $0).rows() } }
    try save("T6", GapFigures.measures) { GapFigures.rows($0.now, isShortage: true) }
    try save("T7", GapFigures.measures) { GapFigures.rows($0.now, isShortage: false) }
  }

  private func save(_ rows: [[String]], to file: URL) throws {
    let text = rows.map { $0.joined(separator: ",") + "\n" }.joined()
    try Data(text.utf8).write(to: file)
  }
}
