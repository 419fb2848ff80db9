import ArgumentParser
import Foundation

/// Measures a run of the pipeline, and a peer that does the same job, in one sitting: only the ratio means something on
/// a machine that others use too.
@main
struct TalentFlowBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "talentflow-bench",
    abstract: "Measures a pipeline on a fresh warehouse: rows a second, CPU seconds, peak memory; beside a peer.",
    discussion: """
      The warehouse of the run lies in a temporary folder; the pipeline's own is not touched. Build in release first.

      Example: talentflow-bench Pipelines/quarterly-bulletin.yaml --rounds 3
      Example: talentflow-bench big.yaml --peer "python3 duckdb_peer.py big.csv /tmp/out"
      """)

  @Argument(help: "Pipeline file.")
  var pipeline: String

  @Option(help: "A command line that does the same job; it is run after each round.")
  var peer: String?

  @Option(help: "Times that everything is run.")
  var rounds = 1

  func validate() throws {
    guard rounds > 0 else { throw ValidationError("--rounds must be at least 1.") }
  }

  func run() throws {
    var ratios: [Double] = []
    for round in 1...rounds {
      let folder = NSTemporaryDirectory() + "talentflow-bench-\(getpid())-\(round)"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let own = try Measurement(
        program: Bundle.main.executableURL!.deletingLastPathComponent().appendingPathComponent("talentflow").path,
        arguments: ["run", pipeline, "--warehouse", "\(folder)/warehouse.sqlite"])
      print("talentflow  \(own)")
      for line in own.output.split(separator: "\n").prefix(1) { print("            \(line)") }
      guard let peer else { continue }
      let other = try Measurement(program: "/bin/sh", arguments: ["-c", peer])
      print("peer        \(other)")
      ratios.append(own.cpu / other.cpu)
      print("talentflow / peer: wall \(decimal(own.wall / other.wall)), CPU \(decimal(own.cpu / other.cpu))")
    }
    if ratios.count > 1 { print("CPU ratio, median of \(ratios.count): \(decimal(ratios.sorted()[ratios.count / 2]))") }
  }

  private func decimal(_ value: Double) -> String { String(format: "%.2f", value) }
}
