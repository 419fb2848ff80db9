import ArgumentParser
import Foundation

/// The cases of the measuring kit beside DuckDB.
struct IngestBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Takes the exports of the measuring kit beside DuckDB, compares all figures, and prints a table.",
    discussion: """
      Needs cc, python3 with PyPI's duckdb 2.0.0, and some 10 GB of disk for all cases. Rounds alternate between the two.

      Example: talentflow-bench ingest --kit ../kit --data /tmp/kit --cases 1m 1m-gb --rounds 3
      """)

  enum Case: String, ExpressibleByArgument, CaseIterable {
    case million = "1m"
    case fiveMillion = "5m"
    case millionGB = "1m-gb"
    case night
  }

  @Option(help: "Folder of the kit.")
  var kit: String

  @Option(help: "Folder for exports and results; what is there is used again.")
  var data: String

  @Option(parsing: .upToNextOption, help: "Cases: 1m, 5m, 1m-gb, night.")
  var cases = Case.allCases

  @Option(help: "Times that each case is run; the medians are printed.")
  var rounds = 3

  func validate() throws {
    guard rounds > 0 else { throw ValidationError("--rounds must be at least 1.") }
  }

  func run() throws {
    let data = KitData(kit: kit, folder: data)
    try data.prepare()
    print("| case | wall | peer | wall / peer | CPU / peer | peak memory | peer | keys that differ |")
    print("|---|---|---|---|---|---|---|---|")
    for item in cases {
      var pairs: [(own: Measurement, peer: Measurement)] = []
      var figures = (keys: 0, differences: 0)
      for _ in 0..<rounds {
        let (pair, found) = try item == .night ? night(data) : full(item, data)
        pairs.append(pair)
        figures = found
      }
      let middle = pairs.sorted { $0.own.wall / $0.peer.wall < $1.own.wall / $1.peer.wall }[pairs.count / 2]
      func megabytes(_ bytes: Int) -> String { String(format: "%.0f MB", Double(bytes) / 1e6) }
      func seconds(_ value: Double) -> String { String(format: "%.2f s", value) }
      print(
        "| \(item.rawValue) | \(seconds(middle.own.wall)) | \(seconds(middle.peer.wall)) "
          + "| \(Ratio.text(middle.own.wall, middle.peer.wall)) | \(Ratio.text(middle.own.cpu, middle.peer.cpu)) "
          + "| \(megabytes(middle.own.peakMemory)) | \(megabytes(middle.peer.peakMemory)) "
          + "| \(figures.differences) of \(figures.keys) |")
    }
  }

  private typealias Round = (pair: (own: Measurement, peer: Measurement), figures: (keys: Int, differences: Int))

  /// A whole export into an empty warehouse.
  private func full(_ item: Case, _ data: KitData) throws -> Round {
    let export: KitData.Export =
      switch item {
      case .million: .million
      case .millionGB: .millionGB
      case .fiveMillion, .night: .fiveMillion
      }
    let path = try data.path(export)
    let pipeline = try data.pipeline(item.rawValue, export: path)
    let own = try Measurement([Measurement.talentflow, "run", pipeline])
    let out = "\(data.folder)/duckdb-\(item.rawValue)"
    let peer = try peer(data, path, out, item == .millionGB ? ["--enc", "iconv"] : [])
    return ((own, peer), try compare(pipeline, out))
  }

  /// A night's export into the warehouses of five million, which are made where they are missing.
  private func night(_ data: KitData) throws -> Round {
    let (base, path) = (try data.path(.fiveMillion), try data.path(.night))
    let pipeline = try data.pipeline("night", export: path)
    let (kept, place) = ("\(data.folder)/kept-5m", (pipeline as NSString).deletingLastPathComponent)
    if !FileManager.default.fileExists(atPath: "\(kept)/out") {
      let rebuild = try data.pipeline("5m", export: base)
      _ = try Measurement([Measurement.talentflow, "run", rebuild])
      _ = try peer(data, base, "\(data.folder)/duckdb-5m", [])
      try FileManager.default.createDirectory(atPath: kept, withIntermediateDirectories: true)
      _ = try Measurement(["cp", "-r", "\((rebuild as NSString).deletingLastPathComponent)/out", kept])
      _ = try Measurement(["cp", "-r", "\(data.folder)/duckdb-5m", "\(kept)/duckdb"])
    }
    let out = "\(data.folder)/duckdb-night"
    _ = try Measurement(["rm", "-rf", out])
    _ = try Measurement(["cp", "-r", "\(kept)/duckdb", out])
    _ = try Measurement(["cp", "-r", "\(kept)/out", "\(place)/out"])
    _ = try Measurement(["sync"])
    let own = try Measurement([Measurement.talentflow, "run", pipeline])
    return ((own, try peer(data, path, out, ["--incremental"])), try compare(pipeline, out))
  }

  private func peer(_ data: KitData, _ path: String, _ out: String, _ options: [String]) throws -> Measurement {
    try Measurement(
      ["python3", "\(kit)/peers/duckdb_peer.py", path, out, "--codes", data.codes, "--compress", "zstd"] + options)
  }

  private func compare(_ pipeline: String, _ out: String) throws -> (keys: Int, differences: Int) {
    let place = (pipeline as NSString).deletingLastPathComponent
    return try KitFigures(peer: out, own: "\(place)/out/cross-tables").compare()
  }
}
