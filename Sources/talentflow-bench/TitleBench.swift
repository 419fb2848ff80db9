import ArgumentParser
import Foundation

/// How many distinct titles a second and core are coded.
struct TitleBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "titles",
    abstract: "Measures the coding of titles: distinct titles a second and core, with reading and writing the CSV.",
    discussion: """
      The titles are real ones with other words around them, no two alike. What starting the program and reading the
      tables take is measured with one title, and taken off.

      Example: talentflow-bench titles
      """)

  @Option(help: "Distinct titles.")
  var count = 1_000_000

  @Option(help: "CSV with a column title: what they are made of.")
  var titles = "Tests/fixtures/titles-300.csv"

  @Option(help: "Folder of code lists.")
  var codelists = "Pipelines/codelists"

  func validate() throws { guard count > 1000 else { throw ValidationError("--count must be above 1000.") } }

  func run() throws {
    let text = try String(contentsOfFile: titles, encoding: .utf8)
    let base = text.split(separator: "\n").dropFirst().compactMap { line in
      line.split(separator: ",").first.map { $0.filter { $0 != "\"" } }
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("titles-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func time(_ count: Int) throws -> Measurement {
      let path = folder.appendingPathComponent("\(count).csv")
      let rows = (0..<count).map { "\(base[$0 % base.count]) \($0)号" }
      try ("title\n" + rows.joined(separator: "\n") + "\n").write(to: path, atomically: true, encoding: .utf8)
      return try Measurement([Measurement.talentflow, "code", "--csv", path.path, "--codelists", codelists])
    }
    let (start, all) = (try time(1), try time(count))
    let seconds = all.cpu - start.cpu
    print("start     \(start)")
    print("all       \(all)")
    let speed = Double(count) / seconds
    print(String(format: "%d titles in %.2f s of CPU time: %.0f a second and core", count, seconds, speed))
  }
}
