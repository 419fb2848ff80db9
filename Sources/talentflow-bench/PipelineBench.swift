import ArgumentParser
import Foundation

/// Any pipeline beside any command line.
struct PipelineBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pipeline",
    abstract: "Measures a pipeline on a fresh warehouse, beside a peer that does the same job.",
    discussion: """
      Example: talentflow-bench pipeline Pipelines/quarterly-bulletin.yaml --rounds 3
      Example: talentflow-bench pipeline big.yaml --peer "exec python3 duckdb_peer.py big.csv /tmp/out"
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
    for round in 1...rounds {
      let folder = NSTemporaryDirectory() + "talentflow-bench-\(getpid())-\(round)"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let own = try Measurement(
        [Measurement.talentflow, "run", pipeline, "--warehouse", "\(folder)/warehouse.sqlite"])
      print("talentflow  \(own)")
      for line in own.output.split(separator: "\n").prefix(1) { print("            \(line)") }
      guard let peer else { continue }
      let other = try Measurement(["/bin/sh", "-c", peer])
      print("peer        \(other)")
      print("talentflow / peer: wall \(Ratio.text(own.wall, other.wall)), CPU \(Ratio.text(own.cpu, other.cpu))")
    }
  }
}

/// A ratio as it is printed.
enum Ratio {
  static func text(_ own: Double, _ other: Double) -> String { String(format: "%.2f", own / other) }
}
