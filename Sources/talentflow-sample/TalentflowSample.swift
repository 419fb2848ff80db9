import ArgumentParser
import Foundation

/// Writes synthetic exports of a city's employment offices and, on request, the figures that follow from them.
@main
struct TalentflowSample: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "talentflow-sample",
    abstract: "Write synthetic HR exports of a city, 2023Q1 to 2026Q3, and the true figures.",
    discussion: """
      Example:
        talentflow-sample --scale 0.1 --into SampleData --truth SampleData/truth

      Scale 1 is a city of about a million people: 6,700 postings and 6,000 job seekers a quarter.
      The same scale and seed give the same bytes. All employers and persons are made up.
      """)

  @Option(help: "Size of the city; 1 is about a million people.")
  var scale = 0.1

  @Option(help: "Start of the random numbers.")
  var seed: UInt64 = 42

  @Option(help: "Folder for the exports, one folder a system.")
  var into: String

  @Option(help: "Folder for the true figures; left out, none are kept.")
  var truth: String?

  @Flag(help: "Postings without occupation codes, their titles as people write them; --truth lists each with its code.")
  var withoutCodes = false

  func validate() throws {
    guard (0.01...1000).contains(scale) else { throw ValidationError("--scale must lie between 0.01 and 1000.") }
  }

  func run() throws {
    let ledger = truth.map { _ in Ledger() }
    let titles = withoutCodes ? TitleTruth() : nil
    let city = City(scale: scale, seed: seed, titles: titles)
    try city.export(ExportWriter(folder: URL(filePath: into), ledger: ledger))
    if let titles, let truth { try titles.write(into: URL(filePath: truth)) }
    try ExpertRegister.write(into: URL(filePath: into))
    guard let truth, let ledger else { return }
    try city.doubts.write(into: URL(filePath: truth))
    try city.leads.write(into: URL(filePath: truth))
    try TruthWriter(folder: URL(filePath: truth)).write(ledger)
  }
}
