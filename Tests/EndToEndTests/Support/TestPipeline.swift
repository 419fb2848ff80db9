import Foundation
import TestSupport

/// A pipeline in a scratch folder that uses the rules, lists and templates of the repository.
struct TestPipeline {
  let scratch: TestFolder
  /// Source file and files, as a pipeline lists them.
  var inputs: [(source: String, files: String)]
  var period: String
  var regions = ["450600", "450602", "450603", "450621", "450681"]

  /// Forecasts take some seconds; most tests do without.
  var hasForecast = false

  /// Most tests look at figures of a handful of rows, which disclosure control would hide.
  var isProtected = false

  /// Periods and the hours at which their editions come out.
  var releases: [(period: String, at: String)] = []

  /// Folder of the editions for the bureau; nil for none.
  var internalFolder: String?

  /// Folder of the tables.
  var tables = TestPipeline.shippedTables
  static let shippedTables = Repository.file("Pipelines/tables")

  /// Switched on for tests alone, and for three counties: nobody has confirmed what holds in which.
  static let minimumWages: [(place: String, month: Int)] = [("450602", 1990), ("450603", 1840), ("450681", 1840)]

  init(inputs: [(source: String, files: String)], period: String) throws {
    scratch = try TestFolder()
    self.inputs = inputs
    self.period = period
    // The shipped rules without any disclosure control.
    for path in Repository.files("Pipelines/rules", suffix: ".yaml") {
      let name = String(path.dropFirst("Pipelines/rules/".count))
      let open =
        "least_persons: {public: 1, internal: 1}\nleast_employers: 1\ndominant_percent: 101\n"
        + "open: [许可备案名单已公开]\n"
      try scratch.write(name == "disclosure.yaml" ? open : Repository.text(path), "open-rules/\(name)")
    }
    let wages = TestPipeline.minimumWages.map {
      "- {region: \"\($0.place)\", month: \($0.month), starts: 2023-11-01, source: 试验}\n"
    }
    try scratch.write(
      "columns: {region: region, month: number, hour: number, starts: date, until: date, source: text}\n"
        + "rows:\n\(wages.joined())samples:\n- {region: \"450602\", month: 1690, hour: 17, starts: 2023-11-01}\n",
      "open-rules/lists/minimum-wage.yaml")
    try scratch.write(
      "columns: {month_day: text, source: text}\nrows:\n- {month_day: 03-31, source: 试验}\n",
      "open-rules/lists/annual-report.yaml")
  }

  /// Leaves all tables out but these; what looks at a run, and not at its bulletin, needs no more.
  mutating func keepTables(_ ids: String...) throws {
    for id in ids { try scratch.write(Repository.text("Pipelines/tables/\(id).yaml"), "tables/\(id).yaml") }
    tables = scratch.file("tables")
  }

  /// The sample's market, of which every fifth of the openings and seekers that are new in a quarter lies in `late` until
  /// `bringLate`. Without the archives and other registers, whose tables `DeclaredEditions` has: to protect them takes
  /// longer than all else.
  static func withoutLate(of quarter: String, period: String) throws -> TestPipeline {
    var pipeline = try TestPipeline(inputs: marketInputs, period: period)
    for id in ["fcg-public", "seekers-centre"] {
      for path in Repository.files("SampleData/\(id)", suffix: ".csv") {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        var export = try Data(contentsOf: URL(fileURLWithPath: Repository.file(path)))
        if name.contains(quarter) {
          let late: Data
          (export, late) = divided(export, quarter)
          try pipeline.scratch.write(late, "late/\(id)/late.csv")
        }
        try pipeline.scratch.write(export, "in/\(id)/\(name)")
      }
      for index in pipeline.inputs.indices where pipeline.inputs[index].source.contains("/\(id).") {
        pipeline.inputs[index].files = pipeline.scratch.file("in/\(id)/*.csv")
      }
    }
    return pipeline
  }

  /// An export without every fifth of the rows that are new in a quarter, and those rows, both under its header.
  static func divided(_ export: Data, _ quarter: String) -> (onTime: Data, late: Data) {
    // Whatever the encoding, no cell of these exports holds a line end.
    let end = UInt8(ascii: "\n")
    var lines = export.split(separator: end)
    let header = lines.removeFirst()
    let own = lines.indices.filter { isNew(lines[$0], in: quarter) }
    let held = Set(own.enumerated().filter { $0.offset % 5 == 3 }.map(\.element))
    func file(_ places: [Int]) -> Data { Data(([header] + places.map { lines[$0] }).joined(separator: [end])) }
    return (file(lines.indices.filter { !held.contains($0) }), file(lines.indices.filter(held.contains)))
  }

  /// True where a row speaks of days of the quarter, and of none before it in the same year.
  private static func isNew(_ line: Data, in quarter: String) -> Bool {
    let text = String(decoding: line, as: UTF8.self)
    let first = ((Int(quarter.suffix(1)) ?? 1) - 1) * 3
    func names(_ month: Int) -> Bool { text.contains(",\(quarter.prefix(4))-0\(month)-") }
    return (1...3).contains { names(first + $0) } && !(1..<(first + 1)).contains(where: names)
  }

  func bringLate() throws {
    for id in ["fcg-public", "seekers-centre"] {
      try FileManager.default.moveItem(
        atPath: scratch.file("late/\(id)/late.csv"), toPath: scratch.file("in/\(id)/late.csv"))
    }
  }

  /// The sample's inputs, in the order of the shipped pipeline.
  static let sampleInputs = [
    "fcg-public", "gx-rencai", "agency-feed", "seekers-centre", "seekers-county", "placements", "archives", "register",
    "counts", "agencies", "cases", "claims", "rosters", "public-posts", "items", "measures", "reports",
  ].map { (source: Repository.file("Pipelines/sources/\($0).yaml"), files: Repository.file("SampleData/\($0)/*.csv")) }

  /// Those that T1 to T14 are made of.
  static let marketInputs = sampleInputs.filter { input in
    ["fcg-public", "gx-rencai", "agency-feed", "seekers-centre", "seekers-county", "placements"].contains {
      input.source.hasSuffix("/\($0).yaml")
    }
  }

  var yaml: String {
    """
    pipeline: test
    title: {zh: 防城港市人力资源市场供求状况分析报告, en: "Fangchenggang labour market: supply and demand"}
    publisher: {zh: 防城港市人力资源和社会保障局, en: Fangchenggang Human Resources and Social Security Bureau}
    home_region: "450600"
    warehouse: work/warehouse.sqlite
    work: work
    inputs:
    \(inputs.map { "- {source: \"\($0.source)\", files: \"\($0.files)\"}" }.joined(separator: "\n"))
    period: \(period)
    regions:
    \(regions.map { "- {code: \"\($0)\"}" }.joined(separator: "\n"))
    rules: \(isProtected ? Repository.file("Pipelines/rules") : "open-rules")
    forecast: \(hasForecast)
    codelists: \(Repository.file("Pipelines/codelists"))
    datasets: \(Repository.file("Pipelines/datasets"))
    tables: \(tables)
    templates: \(Repository.file("Pipelines/templates"))
    publish: Reports/bulletin
    releases: [\(releases.map { "{period: \($0.period), at: \"\($0.at)\"}" }.joined(separator: ", "))]
    \(internalFolder.map { "internal: \($0)" } ?? "")
    """
  }

  var path: String { scratch.file("pipeline.yaml") }

  /// Writes the pipeline file and runs it.
  @discardableResult
  func run(_ options: String...) throws -> Program.Result {
    try scratch.write(yaml, "pipeline.yaml")
    return try Program.talentflow.run(["run", path] + options)
  }

  /// Writes the pipeline file and starts a run.
  func start(_ options: String...) throws -> RunningProgram {
    try scratch.write(yaml, "pipeline.yaml")
    return try Program.talentflow.start(["run", path] + options)
  }

  /// A table of a published edition.
  func table(_ id: String, period: String? = nil) throws -> EditionTable {
    try EditionTable(
      Data(contentsOf: URL(fileURLWithPath: scratch.file("Reports/bulletin/\(period ?? self.period)/tables/\(id).csv")))
    )
  }

  /// What a query on the warehouse says, a line a row, fields separated by `|`.
  func query(_ sql: String) throws -> [String] { try Warehouse.query(scratch.file("work/warehouse.sqlite"), sql) }
}
