import ArgumentParser

/// Measures in one sitting what TalentFlow and a peer take for the same job: only the ratio means something on a machine
/// that others use too.
@main
struct TalentFlowBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "talentflow-bench",
    abstract: "Measures TalentFlow beside a peer: wall seconds, CPU seconds, peak memory.",
    discussion: "Build in release first. The warehouses lie in temporary folders; the pipelines' own are not touched.",
    subcommands: [
      PipelineBench.self, IngestBench.self, ForecastBench.self, ShortageBench.self, DisclosureBench.self,
      TitleBench.self,
    ])
}
