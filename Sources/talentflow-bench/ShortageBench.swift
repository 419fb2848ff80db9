import ArgumentParser
import Foundation

/// The shortage index of a city with every occupation.
struct ShortageBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shortage",
    abstract: "Measures index and catalog of all occupations over many quarters, read from a warehouse made for it.",
    discussion: """
      Makes exports in which every occupation of the code list has postings and seekers in each of four counties and
      quarters up to 2026Q3, takes them, has one unit explained, which computes the whole index, and makes the catalog.

      Example: talentflow-bench shortage --pipelines Pipelines --data /tmp/shortage-bench
      """)

  @Option(help: "Folder of the project's pipelines: code lists and rules are taken from it.")
  var pipelines = "Pipelines"

  @Option(help: "Folder for exports and warehouse; a warehouse that is there is used again.")
  var data: String

  @Option(help: "Quarters of data.")
  var quarters = 40

  @Option(help: "Times that the index is computed; the median is printed.")
  var rounds = 3

  private static let counties = ["450602", "450603", "450621", "450681"]

  func validate() throws {
    guard (12...60).contains(quarters), rounds > 0 else {
      throw ValidationError("--quarters must be from 12 to 60, --rounds at least 1.")
    }
  }

  func run() throws {
    let codes = try codes()
    let pipeline = "\(data)/pipeline.yaml"
    if !FileManager.default.fileExists(atPath: "\(data)/out/warehouse.sqlite") {
      try FileManager.default.createDirectory(atPath: "\(data)/in", withIntermediateDirectories: true)
      try exports(codes)
      try self.pipeline(hasCatalog: true).write(toFile: pipeline, atomically: true, encoding: .utf8)
      // Taken without a catalog, which is measured by itself.
      let taking = "\(data)/taking.yaml"
      try self.pipeline(hasCatalog: false).write(toFile: taking, atomically: true, encoding: .utf8)
      print("taking the exports  \(try Measurement([Measurement.talentflow, "run", taking, "--quiet"]))")
    }
    let command = [
      Measurement.talentflow, "explain", "紧缺/\(codes[0])", "--pipeline", pipeline, "--period", "2026Q3",
    ]
    let all = try (0..<rounds).map { _ in try Measurement(command) }.sorted { $0.wall < $1.wall }
    print("\(codes.count) occupations, \(quarters) quarters, 4 counties: \(all[rounds / 2])")
    // The first catalog of a warehouse forecasts all series; the others find them stored, as after a night's run.
    let run = [Measurement.talentflow, "run", pipeline, "--quiet"]
    // Each goes where none was: a file system is slow to make files where many were deleted a moment ago.
    let catalog = "\(data)/catalog"
    let catalogs = try (0...rounds).map { round in
      let measured = try Measurement(run)
      try FileManager.default.moveItem(atPath: catalog, toPath: "\(catalog).\(round)")
      return measured
    }
    print("catalog, the first: \(catalogs[0])")
    print("catalog, forecasts stored: \(catalogs.dropFirst().sorted { $0.wall < $1.wall }[rounds / 2])")
    for round in 0...rounds { try FileManager.default.removeItem(atPath: "\(catalog).\(round)") }
  }

  private func codes() throws -> [String] {
    let text = try String(contentsOfFile: "\(pipelines)/codelists/occupations.csv", encoding: .utf8)
    let codes = text.split(separator: "\n").dropFirst().compactMap { $0.split(separator: ",").first.map(String.init) }
    return codes.filter { $0.filter(\.isNumber).count == 7 }
  }

  /// From the same numbers each time.
  private func exports(_ codes: [String]) throws {
    var postings = "岗位编号,单位名称,行业代码,岗位名称,职业代码,招聘人数,学历要求,专业要求,薪资待遇,工作地点,发布日期,关闭日期,关闭原因,已招人数,应聘人数,合适人数\n"
    var seekers = "求职编号,意向职业,求职人员类别,常住区划,登记日期,有效期至\n"
    var state: UInt64 = 42
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    for quarter in 0..<quarters {
      // The last one is 2026Q3.
      let ordinal = 2026 * 4 + 2 - (quarters - 1) + quarter
      let (year, month) = (ordinal / 4, ordinal % 4 * 3 + 1)
      for county in ShortageBench.counties {
        for (place, code) in codes.enumerated() {
          let (number, openings, pay) = ("\(county)\(code)\(quarter)", 1 + random(8), 3000 + 100 * random(60))
          // Most openings are filled, with some applicants to choose from, so that a part of the occupations is short.
          let filled = openings - min(random(4), openings)
          let suitable = openings * (1 + random(4))
          postings += "\(number),单位\(place)-\(random(5)),\(13 + place % 30),岗位\(code)-\(random(3)),\(code),\(openings),"
          postings +=
            "\(["不限", "大专", "本科"][random(3)]),专业\(random(4)),\(pay)-\(pay + 2000),\(county),\(year)-\(month)-15,"
          postings +=
            "\(year)-\(month + 1)-\(10 + random(15)),\(filled > 0 ? "招满" : "撤回"),\(filled),\(suitable + random(9)),\(suitable)\n"
          // As many seekers as openings on the average.
          for person in 0..<random(10) {
            let category = ["应届高校毕业生", "就业转失业人员", "在业人员"][random(3)]
            seekers += "\(number)-\(person),\(code),\(category),\(county),\(year)-\(month)-15,\(year)-\(month + 1)-20\n"
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

  private func pipeline(hasCatalog: Bool) -> String {
    let folder = URL(fileURLWithPath: pipelines).standardizedFileURL.path
    return """
      pipeline: bench
      home_region: "450600"
      warehouse: out/warehouse.sqlite
      work: out
      inputs: [{source: p.yaml, files: in/postings.csv}, {source: s.yaml, files: in/seekers.csv}]
      rules: \(folder)/rules
      codelists: \(folder)/codelists
      \(hasCatalog ? "catalog: {title: 目录, publisher: 测速, period: 2026H2, templates: \(folder)/templates, publish: catalog}" : "")
      """
  }
}
