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

/// The same as everybody may see it: three successive quarters and the one of a year before the last, in the order in which
/// a bureau publishes them.
struct PublicRun {
  let pipeline: TestPipeline
  static let periods = ["2025Q3", "2025Q4", "2026Q1", "2026Q2", "2026Q3"]

  static let shared = Result { try PublicRun() }

  private init() throws {
    var pipeline = try TestPipeline(inputs: TestPipeline.sampleInputs, period: "2026Q3")
    (pipeline.hasForecast, pipeline.isProtected) = (true, true)
    self.pipeline = pipeline
    for period in PublicRun.periods {
      let result = try pipeline.run("--period", period)
      guard result.status == 0 else { throw PublishedMarket.Refused(message: result.errors) }
    }
  }
}
