import Foundation
import TestSupport

/// One run of the pipeline over SampleData, with all figures, shared by the tests that only look at it.
struct SampleRun {
  let pipeline: TestPipeline
  /// With two workers.
  let first: Program.Result
  /// All rows of the warehouse after it.
  let dump: [String]
  /// The periods that the truth knows; of two of them somebody looks at the forecasts.
  static let periods = ["2026Q3", "2025Q2", "2026M09", "2026H1", "2025"]

  static let shared = Result { try SampleRun() }

  private init() throws {
    var pipeline = try TestPipeline(inputs: TestPipeline.sampleInputs, period: "2026Q3")
    pipeline.hasForecast = true
    first = try pipeline.run("--workers", "2")
    dump = try Warehouse.dump(pipeline.scratch.file("work/warehouse.sqlite"))
    for period in SampleRun.periods.dropFirst() {
      pipeline.hasForecast = period == OutlookTests.origin
      let result = try pipeline.run("--period", period)
      guard result.status == 0 else { throw PublishedMarket.Refused(message: result.errors) }
    }
    pipeline.hasForecast = true
    self.pipeline = pipeline
  }
}

/// The run over SampleData that Reports/ holds, with an edition for the bureau beside it.
struct ShippedRun {
  let pipeline: TestPipeline
  static let bureau = "bureau"

  static let shared = Result { try ShippedRun() }

  private init() throws {
    var pipeline = try TestPipeline(inputs: TestPipeline.sampleInputs, period: "2026Q3")
    (pipeline.hasForecast, pipeline.isProtected, pipeline.internalFolder) = (true, true, ShippedRun.bureau)
    // As the shipped pipeline has them.
    pipeline.releases = [("2026Q3", "2026-10-20 09:00"), ("2026Q4", "2027-01-20 09:00")]
    // The list of editions names the catalog beside them.
    let catalog = "Reports/catalog"
    try FileManager.default.createDirectory(
      atPath: pipeline.scratch.file("Reports"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: Repository.file(catalog), toPath: pipeline.scratch.file(catalog))
    let result = try pipeline.run()
    guard result.status == 0 else { throw PublishedMarket.Refused(message: result.errors) }
    self.pipeline = pipeline
  }
}

/// Five editions over SampleData in the order in which a bureau publishes them, one of them revised when late data came
/// in, as everybody may read them, and with all figures.
struct PublicRun {
  let pipeline: TestPipeline
  static let editions = ["2025Q3", "2025Q4", "2026Q1", "2026Q2", "2026Q2-r2", "2026Q3"]

  static let shared = Result { try PublicRun(isProtected: true) }
  static let open = Result { try PublicRun(isProtected: false) }

  private init(isProtected: Bool) throws {
    var pipeline = try TestPipeline.withoutLate(of: "2026Q2", period: "2026Q3")
    pipeline.isProtected = isProtected
    for edition in PublicRun.editions {
      pipeline.hasForecast = isProtected && edition == "2026Q3"
      let period = String(edition.prefix(6))
      var result: Program.Result
      if edition == period {
        result = try pipeline.run("--period", period)
      } else {
        try pipeline.bringLate()
        result = try pipeline.run(
          "--period", period, "--revise", "--reason", "scheduled", "--note", "补收迟到的导出")
      }
      guard result.status == 0 else { throw PublishedMarket.Refused(message: result.errors) }
    }
    self.pipeline = pipeline
  }
}
