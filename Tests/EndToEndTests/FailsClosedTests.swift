import Foundation
import Testing

/// What is declared wrongly is refused with its place, and publishes nothing; what nobody called public stands in no public
/// file.
@Suite struct FailsClosedTests {
  private static let table = "Pipelines/tables/permits.yaml"
  private static let check = "Pipelines/checks/permits/Z-01.sql"

  /// A mistake, where it stands and what the program calls it.
  struct Mistake: CustomTestStringConvertible {
    let name: String
    let file: String
    let old: String
    let new: String
    /// The text of the changed file at which the place points; nil: only its line is looked at, that of `new`.
    let at: String?
    let code: String
    var testDescription: String { name }

    init(_ name: String, _ file: String, _ old: String, _ new: String, at: String? = nil, _ code: String) {
      (self.name, self.file, self.old, self.new, self.at, self.code) = (name, file, old, new, at, code)
    }
  }

  private static let condition = "count: \"applied_on between"
  private static func condition(_ text: String) -> String { "count: \"\(text)applied_on between" }

  static let mistakes = [
    Mistake("a leaf that there is not", table, "part: granted,", "part: grantd,", at: "- {id: granted_share", "TF705"),
    Mistake("no expression", table, condition, "count: \"applied_on betwen", at: "betwen", "TF720"),
    Mistake("no column", table, condition, condition("aplied_on is null or "), at: "aplied_on", "TF720"),
    Mistake(
      "another dataset", table, condition, condition("exists (select 1 from archives) and "), at: "archives", "TF721"),
    Mistake(
      "the versions behind a dataset", table, condition, condition("exists (select 1 from postings_version) and "),
      "TF720"),
    Mistake(
      "the schema", table, condition, condition("exists (select 1 from sqlite_master) and "), at: "sqlite_master",
      "TF721"),
    Mistake(
      "other rows of its own dataset", table, condition, condition("(select count(*) from permits) > 1 and "), "TF774"),
    Mistake("a quantile of single permits", table, "at: [0.5]", "at: [0.001]", at: "- {id: permit_days", "TF774"),
    Mistake("rows that nobody listed", table, "by: kind", "rows: seen\nby: unit_name", at: "unit_name", "TF774"),
    Mistake(
      "a number too large to be exact", table, "count: \"applied_on between :start and :end\"",
      "sum: \"9000000000000000000\"", at: "- {id: applied,", "TF716"),
    Mistake("a second statement", table, condition, condition("1; drop table permits; "), at: "; drop", "TF721"),
    Mistake(
      "a closed parenthesis", table, condition, condition("1); attach database 'x' as y; select ("), at: "); attach",
      "TF720"),
    Mistake("a file", table, condition, condition("readfile('/etc/passwd') is null or "), at: "readfile", "TF720"),
    Mistake("a check that writes", check, "SELECT entry, uscc", "DELETE FROM permits; SELECT entry, uscc", "TF721"),
    Mistake(
      "a check that attaches", check, "SELECT entry, uscc", "ATTACH DATABASE 'x' AS y; SELECT entry, uscc", "TF721"),
    Mistake(
      "a check of the schema", check, "FROM permits", "FROM permits JOIN sqlite_master", at: "sqlite_master", "TF721"),
    Mistake(
      "an example that does not hold", check, "due=2026-09-29", "due=2026-09-30", at: "-- + permits permit_no=P1",
      "TF725"),
    Mistake(
      "a misspelt word", check, "AND outcome IS NULL", "AND outcome IS NULL AND kind IS NOT '劳务派谴许可'",
      at: "'劳务派谴许可'", "TF726"),
  ]

  @Test(arguments: mistakes) func aMistakeIsToldAndNothingComesOut(_ mistake: Mistake) throws {
    let copy = try BureauCopy(of: SmallBureau.shared.get().copy)
    let (reports, inside) = (try copy.contents("Reports"), try copy.contents("internal"))
    try copy.replace(mistake.old, mistake.new, in: mistake.file)
    let result = try copy.run("run", SmallBureau.pipeline, "--period", "2026Q2", "--log", "json")
    #expect(result.status == (mistake.code == "TF716" ? 65 : 78))
    let errors = result.errorLines.filter { $0.contains("\"level\":\"error\"") }
    #expect(errors.count == 1, "\(result.errors)")
    let told = try JSONDecoder().decode(Told.self, from: Data((errors.first ?? "").utf8))
    #expect(told.code == mistake.code && !told.remedy.isEmpty, "\(result.errors)")
    #expect(told.place.hasPrefix("\(mistake.file):"))
    let place = told.place.split(separator: ":").dropFirst().compactMap { Int($0) }
    #expect(place.count == 2 && place.allSatisfy { $0 > 0 }, "\(told.place)")
    if let at = mistake.at {
      let before = try copy.scratch.text(mistake.file).split(separator: at, maxSplits: 1)[0]
      let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
      // SQL is told by the first character of the word, a figure by its bracket.
      let column = (lines.last?.count ?? 0) + 1 + (at.hasPrefix("- {") ? 2 : 0)
      #expect(place == [lines.count, column], "\(told.message)")
    }
    #expect(try copy.contents("Reports") == reports && copy.contents("internal") == inside)
    #expect(try !copy.scratch.files("").contains { $0 == "x" || $0.hasSuffix("/x") })
  }

  /// How the log tells an error.
  private struct Told: Decodable {
    let code: String
    let message: String
    let place: String
    let remedy: String
  }

  /// A table whose author forgot to say who may read it stands in no public file of a new edition, and in the bureau's own.
  @Test func aTableWithoutAudienceStaysInside() throws {
    let copy = try BureauCopy(of: SmallBureau.shared.get().copy)
    // The source and its number of rows are told either way.
    let words = ["行政许可办理", "按期办结率", "permits.on_time", "tables/permits.csv", "chart-permits", "permit_days"]
    func files(_ folder: String, that name: String) throws -> [String] {
      try copy.contents(folder).filter { file, data in
        file.contains(name) || String(decoding: data, as: UTF8.self).contains(name)
      }.map(\.key).sorted()
    }
    // With an audience they stand there.
    for word in words { #expect(try !files(SmallBureau.edition, that: word).isEmpty, "\(word)") }
    try copy.replace("audience: public\n", "", in: FailsClosedTests.table)
    let result = try copy.run("run", SmallBureau.pipeline, "--period", "2026Q2")
    #expect(result.status == 0, "\(result.errors)")
    let edition = "Reports/bulletin/2026Q2"
    for word in words { #expect(try files(edition, that: word) == [], "\(word)") }
    #expect(try copy.contents(edition).keys.contains("datapackage.json"))
    // What is packed has the same tables as the folder.
    let packed = try copy.run("diff", edition, "\(edition)/bulletin-2026Q2.zip")
    #expect(packed.status == 0 && packed.output.hasSuffix(" 0 处不同。\n"), "\(packed.output)\(packed.errors)")
    if let python = Tool.python {
      let list = """
        import sys, zipfile
        with zipfile.ZipFile(sys.argv[1]) as file:
            for name in file.namelist():
                sys.stdout.buffer.write(file.read(name))
        """
      let unpacked = try python.run(["-c", list, copy.scratch.file("\(edition)/bulletin-2026Q2.zip")])
      #expect(unpacked.output.contains("2026Q2") && words.allSatisfy { !unpacked.output.contains($0) })
    }
    for file in [
      "index-internal.html", "tables/permits-internal.csv", "datapackage.json", "tables/indicators-internal.csv",
    ] {
      #expect(try files("internal/2026Q2-internal", that: "permit").contains(file), "\(file)")
    }
    let preview = try copy.run("table", "permits", "--public", "--pipeline", SmallBureau.pipeline)
    #expect(preview.status == 65 && preview.errors.contains("TF689"), "\(preview.errors)")
  }
}
