import Foundation

/// A pipeline in a scratch folder that uses the rules, lists and templates of the repository.
struct TestPipeline {
  let scratch: Scratch
  /// Source file and files, as a pipeline lists them.
  var inputs: [(source: String, files: String)]
  var period: String
  var regions = ["450600", "450602", "450603", "450621", "450681"]

  /// Forecasts take some seconds; most tests do without.
  var hasForecast = false

  /// Most tests look at figures of a handful of rows, which disclosure control would hide.
  var isProtected = false

  /// Folder of the editions for the bureau; nil for none.
  var internalFolder: String?

  init(inputs: [(source: String, files: String)], period: String) throws {
    scratch = try Scratch()
    self.inputs = inputs
    self.period = period
    // The shipped rules without any disclosure control.
    for path in Repository.files("Pipelines/rules", suffix: ".yaml") {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let open = "least_persons: {public: 1, internal: 1}\nleast_employers: 1\ndominant_percent: 101\n"
      try scratch.write(name == "disclosure.yaml" ? open : Repository.text(path), "open-rules/\(name)")
    }
  }

  /// The sample's inputs, in the order of the shipped pipeline.
  static let sampleInputs = [
    "fcg-public", "gx-rencai", "agency-feed", "seekers-centre", "seekers-county", "placements", "archives",
  ].map { (source: Repository.file("Pipelines/sources/\($0).yaml"), files: Repository.file("SampleData/\($0)/*.csv")) }

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
    \(regions.map { "- {code: \"\($0)\", en: \"\(TestPipeline.english[$0] ?? $0)\"}" }.joined(separator: "\n"))
    rules: \(isProtected ? Repository.file("Pipelines/rules") : "open-rules")
    forecast: \(hasForecast)
    codelists: \(Repository.file("Pipelines/codelists"))
    templates: \(Repository.file("Pipelines/templates"))
    publish: Reports/bulletin
    \(internalFolder.map { "internal: \($0)" } ?? "")
    """
  }

  private static let english = [
    "450600": "Fangchenggang", "450602": "Gangkou", "450603": "Fangcheng", "450621": "Shangsi", "450681": "Dongxing",
  ]

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
