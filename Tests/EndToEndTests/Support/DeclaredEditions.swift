import Foundation
import TestSupport

/// Five editions with the tables of archives, flows and permits, one of them revised when late files came in, as everybody
/// may read them; beside them what they are made of, as programs that share nothing with this one compute it.
///
/// Folders: `Reports/bulletin` the editions; `open` their tables with all figures; `leaves` the counts behind them.
struct DeclaredEditions {
  let copy: BureauCopy

  static let names = ["2025Q4", "2026Q1", "2026Q2", "2026Q2-r2", "2026Q3"]
  static let tables = ["T17", "T17-education", "T17-title", "permits"]
  /// Those that `flows.py` computes; rows by their keys.
  static let flows = [
    "T14", "T17-regions", "T17-services", "T18", "T18-net", "T18-industry", "T18-people", "T19", "T19-public",
    "T19-talent", "T19-kept",
  ]
  /// Those that `duties.py` computes, of quarters and of half-years.
  static let duties = ["T16-cases", "T22-posts", "T22-relaxed", "T22-grassroots", "T22-titles", "T23"]
  static let halves = ["T15", "T15-grades", "T21"]
  /// The editions that end a half-year.
  static let ends = names.filter { $0.contains("Q2") || $0.contains("Q4") }

  static let shared = Result { try DeclaredEditions() }

  private static let late = "2026Q2"

  private init() throws {
    let systems = ["placements", "register", "counts", "agencies", "cases", "claims", "rosters", "public-posts"]
    copy = try SmallBureau.folder(inputs: ["archives", "permits"] + systems, hasInternal: false)
    for id in systems {
      try FileManager.default.copyItem(atPath: Repository.file("SampleData/\(id)"), toPath: copy.scratch.file(id))
    }
    try holdBack()
    for edition in DeclaredEditions.names {
      let period = String(edition.prefix(6))
      if edition == period {
        try publish("--period", period)
      } else {
        try bringLate()
        try publish("--period", period, "--revise", "--reason", "scheduled", "--note", "补收迟到的导出")
      }
      try compute(edition, period)
    }
  }

  /// Every fifth archive and every fifth application that is new in a quarter comes late.
  private func holdBack() throws {
    for path in Repository.files("SampleData/archives", suffix: ".csv") {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      var export = try Data(contentsOf: URL(fileURLWithPath: Repository.file(path)))
      if name.contains(DeclaredEditions.late) {
        let late: Data
        (export, late) = TestPipeline.divided(export, DeclaredEditions.late)
        try copy.scratch.write(late, "late/archives/late.csv")
      }
      try copy.scratch.write(export, "archives/\(name)")
    }
    // All rows of an application come together.
    var lines = try copy.scratch.text("permits/permits.csv").split(separator: "\n")
    let header = lines.removeFirst()
    let ofMay = lines.filter { $0.contains(",2026-05-") && $0.hasPrefix("XK2026") }
    let new = Set(ofMay.compactMap(DeclaredEditions.number))
    let held = Set(new.sorted().enumerated().filter { $0.offset % 5 == 3 }.map(\.element))
    func isLate(_ line: Substring) -> Bool { DeclaredEditions.number(line).map(held.contains) ?? false }
    func write(_ lines: [Substring], _ path: String) throws {
      try copy.scratch.write(([header] + lines).joined(separator: "\n") + "\n", path)
    }
    try write(lines.filter(isLate), "late/permits/late.csv")
    try write(lines.filter { !isLate($0) }, "permits/permits.csv")
  }

  private static func number(_ line: Substring) -> Substring? {
    line.split(separator: ",", maxSplits: 1, omittingEmptySubsequences: false).first
  }

  private func bringLate() throws {
    for id in ["archives", "permits"] {
      try FileManager.default.moveItem(
        atPath: copy.scratch.file("late/\(id)/late.csv"), toPath: copy.scratch.file("\(id)/late.csv"))
    }
  }

  private func publish(_ options: String...) throws {
    let result = try Program.talentflow.run(
      ["run", SmallBureau.pipeline] + options, environment: ["TALENTFLOW_TODAY": "2026-10-21"], in: copy.scratch.path)
    guard result.status == 0 else { throw PublishedMarket.Refused(message: result.errors) }
  }

  /// What the exports that have come so far say, without the program.
  private func compute(_ edition: String, _ period: String) throws {
    guard let python = Tool.python else { return }
    let (lists, monitor) = ("Pipelines/codelists", "Pipelines/rules/monitor.yaml")
    func run(_ script: String, _ arguments: String...) throws {
      let path = Repository.file("Tests/EndToEndTests/Scripts/\(script)")
      let result = try python.run([path] + arguments, in: copy.scratch.path)
      guard result.status == 0 else { throw PublishedMarket.Refused(message: result.errors) }
    }
    try run("archives.py", ".", lists, monitor, period, "leaves/\(edition)")
    let whole = copy.scratch.exists("permits/late.csv") ? BureauCopy.permit("permits.csv") : "permits/permits.csv"
    try run("permits.py", whole, lists, lists, monitor, "2026-09-30", "truth/\(edition)", period)
    for file in ["permits.csv", "permits-leaves.csv"] {
      try copy.scratch.write(copy.scratch.data("truth/\(edition)/\(period)/\(file)"), "leaves/\(edition)/\(file)")
    }
    for id in DeclaredEditions.tables { try open(id, edition) }
    func duties(_ period: String, _ tables: [String], _ edition: String) throws {
      try run("duties.py", ".", lists, monitor, period, "duties/\(edition)")
      for id in tables {
        try copy.scratch.write(copy.scratch.data("duties/\(edition)/\(id).csv"), "open/\(edition)/tables/\(id).csv")
        try copy.scratch.write(
          copy.scratch.data("duties/\(edition)/\(id)-leaves.csv"), "leaves/\(edition)/\(id)-leaves.csv")
      }
    }
    try run("flows.py", ".", lists, period, "flows/\(edition)")
    try duties(period, DeclaredEditions.duties, edition)
    if DeclaredEditions.ends.contains(edition) {
      try duties("\(period.prefix(4))H\(period.hasSuffix("Q2") ? 1 : 2)", DeclaredEditions.halves, edition)
    }
    for id in DeclaredEditions.flows {
      try copy.scratch.write(copy.scratch.data("flows/\(edition)/\(id).csv"), "open/\(edition)/tables/\(id).csv")
      try copy.scratch.write(
        copy.scratch.data("flows/\(edition)/\(id)-leaves.csv"), "leaves/\(edition)/\(id)-leaves.csv")
    }
  }

  /// A table with all figures, whose rows are named as the published ones are.
  private func open(_ id: String, _ edition: String) throws {
    let published = try EditionTable(copy.scratch.data("Reports/bulletin/\(edition)/tables/\(id).csv"))
    let truth = try EditionTable(copy.scratch.data("leaves/\(edition)/\(id).csv"))
    let keys = Set(published.select(["region", "row"]))
    let rows = zip(truth.rows, truth.select(["region", "row_name"])).filter { keys.contains($0.1) }.map { row, key in
      zip(truth.header, row).map { $0 == "row" ? key[1] : $1 }
    }
    try copy.scratch.write(
      ([truth.header] + rows).map { $0.joined(separator: ",") + "\n" }.joined(), "open/\(edition)/tables/\(id).csv")
  }
}
