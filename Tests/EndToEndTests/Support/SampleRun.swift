import Foundation

/// One run of the pipeline over SampleData, with all figures, shared by the tests that only look at it.
struct SampleRun {
  let pipeline: TestPipeline
  let first: Program.Result
  /// The second run over the same files, with the editions of all periods that the truth knows.
  static let periods = ["2026Q3", "2025Q2", "2026M09", "2026H1", "2025"]

  static let shared = Result { try SampleRun() }

  private init() throws {
    var pipeline = try TestPipeline(inputs: TestPipeline.sampleInputs, period: "2026Q3")
    pipeline.hasForecast = true
    self.pipeline = pipeline
    first = try pipeline.run()
    for period in SampleRun.periods.dropFirst() {
      let result = try pipeline.run("--period", period)
      guard result.status == 0 else { throw PublishedMarket.Refused(message: result.errors) }
    }
  }
}

/// Five editions over SampleData in the order in which a bureau publishes them, as everybody may read them, and with all
/// figures.
struct PublicRun {
  let pipeline: TestPipeline
  static let periods = ["2025Q3", "2025Q4", "2026Q1", "2026Q2", "2026Q3"]

  static let shared = Result { try PublicRun(isProtected: true) }
  static let open = Result { try PublicRun(isProtected: false) }

  private init(isProtected: Bool) throws {
    var pipeline = try TestPipeline(inputs: TestPipeline.sampleInputs, period: "2026Q3")
    pipeline.isProtected = isProtected
    for period in PublicRun.periods {
      pipeline.hasForecast = isProtected && period == "2026Q3"
      let result = try pipeline.run("--period", period)
      guard result.status == 0 else { throw PublishedMarket.Refused(message: result.errors) }
    }
    self.pipeline = pipeline
  }
}
