import ArgumentParser
import Foundation

/// A night's forecasts of a city with every occupation.
struct ForecastBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Measures the forecasts of thousands of series: one pipeline with and without them.",
    discussion: """
      Makes exports in which every occupation of the code list has openings and seekers in each of four counties.

      Example: talentflow-bench forecast --pipelines Pipelines --data /tmp/forecast-bench
      """)

  @Option(help: "Folder of the project's pipelines: code lists, rules and templates are taken from it.")
  var pipelines = "Pipelines"

  @Option(help: "Folder for exports and results.")
  var data: String

  @Option(help: "Occupations at most.")
  var occupations = 1639

  @Option(help: "Quarters of history.")
  var quarters = 15

  private static let counties = ["450602", "450603", "450621", "450681"]

  func validate() throws {
    guard occupations > 0, (3...40).contains(quarters) else {
      throw ValidationError("--occupations must be at least 1, --quarters from 3 to 40.")
    }
  }

  func run() throws {
    let codes = try codes()
    try FileManager.default.createDirectory(atPath: "\(data)/in", withIntermediateDirectories: true)
    try exports(codes)
    let (plain, full) = (try measure(isForecast: false), try measure(isForecast: true))
    let series = codes.count * ForecastBench.counties.count * 2
    print("without forecasts  \(plain)")
    print("with forecasts     \(full)")
    print(String(format: "%d series and their aggregates: %.1f s", series, full.wall - plain.wall))
  }

  private func codes() throws -> [String] {
    let text = try String(contentsOfFile: "\(pipelines)/codelists/occupations.csv", encoding: .utf8)
    let codes = text.split(separator: "\n").dropFirst().compactMap { $0.split(separator: ",").first.map(String.init) }
    return Array(codes.filter { $0.filter(\.isNumber).count == 7 }.prefix(occupations))
  }

  /// Every series has a level, a season and some noise of its own; from the same numbers each time.
  private func exports(_ codes: [String]) throws {
    var postings = "岗位编号,单位名称,岗位名称,职业代码,招聘人数,工作地点,发布日期,有效期至\n"
    var seekers = "求职编号,意向职业,常住区划,登记日期,有效期至\n"
    var state: UInt64 = 42
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for county in ForecastBench.counties {
      for code in codes {
        let (level, season) = (1 + random(8) * random(8), random(4))
        for quarter in 0..<quarters {
          let (year, month) = (2023 + quarter / 4, quarter % 4 * 3 + 1)
          let (first, last) = ("\(year)-\(month)-15", "\(year)-\(month + 1)-20")
          let extra = quarter % 4 == season ? level / 2 : 0
          let number = "\(county)\(code)\(quarter)"
          let openings = level + extra + random(level + 1)
          postings += "\(number),单位\(code),岗位\(code),\(code),\(openings),\(county),\(first),\(last)\n"
          for person in 0..<random(min(level, 12) + 1) {
            seekers += "\(number)-\(person),\(code),\(county),\(first),\(last)\n"
          }
        }
      }
    }
    try postings.write(toFile: "\(data)/in/postings.csv", atomically: true, encoding: .utf8)
    try seekers.write(toFile: "\(data)/in/seekers.csv", atomically: true, encoding: .utf8)
    try "source: p\ntitle: 岗位\ncontract: postings\nhome_region: \"450600\"\nconstants: {platform: 测速}\n"
      .write(toFile: "\(data)/p.yaml", atomically: true, encoding: .utf8)
    try "source: s\ntitle: 求职\ncontract: seekers\nhome_region: \"450600\"\nconstants: {office: 测速}\n"
      .write(toFile: "\(data)/s.yaml", atomically: true, encoding: .utf8)
  }

  private func measure(isForecast: Bool) throws -> Measurement {
    let folder = URL(fileURLWithPath: pipelines).standardizedFileURL.path
    let last = quarters - 1
    let text = """
      pipeline: bench
      title: {zh: 测速, en: Bench}
      publisher: {zh: 测速, en: Bench}
      home_region: "450600"
      warehouse: out/warehouse.sqlite
      work: out
      inputs: [{source: p.yaml, files: in/postings.csv}, {source: s.yaml, files: in/seekers.csv}]
      period: \(2023 + last / 4)Q\(last % 4 + 1)
      regions: [{code: "450600", en: City}]
      rules: \(folder)/rules
      forecast: \(isForecast)
      codelists: \(folder)/codelists
      templates: \(folder)/templates
      publish: out/bulletin
      """
    try text.write(toFile: "\(data)/pipeline.yaml", atomically: true, encoding: .utf8)
    try? FileManager.default.removeItem(atPath: "\(data)/out")
    return try Measurement([Measurement.talentflow, "run", "\(data)/pipeline.yaml", "--quiet"])
  }
}
