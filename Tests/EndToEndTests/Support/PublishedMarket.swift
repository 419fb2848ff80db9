import Foundation
import TestSupport

/// Exports that hold the counts of a published table.
struct PublishedMarket {
  let period: String
  private var postings: [[String: String]] = []
  private var seekers: [(count: Int, fields: [String: String])] = []

  /// Enough places for a series: counties of Guangxi.
  static let regions = [
    "450600", "450102", "450103", "450105", "450107", "450108", "450109", "450202", "450203", "450204", "450205",
    "450302", "450303", "450304", "450305", "450403", "450405", "450502", "450503",
  ]

  init(period: String) { self.period = period }

  static func table(_ name: String) throws -> [[String: String]] {
    let url = Bundle.module.bundleURL.appendingPathComponent("Golden/published/\(name).csv")
    let table = try EditionTable(Data(contentsOf: url))
    return table.rows.map { Dictionary(uniqueKeysWithValues: zip(table.header, $0)) }
  }

  /// Adds `openings`, in postings of at most 9999.
  mutating func post(_ openings: Int, _ fields: [String: String], region: String = "450600") {
    var left = openings
    while left > 0 {
      postings.append(fields.merging(["openings": "\(min(left, 9999))", "region": region]) { $1 })
      left -= 9999
    }
  }

  mutating func seek(_ count: Int, _ fields: [String: String], region: String = "450600") {
    seekers.append((count, fields.merging(["region": region]) { $1 }))
  }

  /// Runs the pipeline over the exports and gives back one table.
  func publish(_ id: String, regions: [String] = ["450600"]) throws -> EditionTable {
    var inputs: [(source: String, files: String)] = []
    let scratch = try TestFolder()
    let day = firstDay
    try scratch.write(postingsCSV(day), "postings.csv")
    try scratch.write("source: p\ntitle: p\ncontract: postings\nconstants: {platform: p}\n", "p.yaml")
    inputs.append((scratch.file("p.yaml"), scratch.file("postings.csv")))
    if !seekers.isEmpty {
      try scratch.write(seekersCSV(day), "seekers.csv")
      // Here 无 says that there is no level, so it must not count as missing.
      try scratch.write(
        "source: s\ntitle: s\ncontract: seekers\nconstants: {office: s}\nmissing: [\"\"]\n", "s.yaml")
      inputs.append((scratch.file("s.yaml"), scratch.file("seekers.csv")))
    }
    var pipeline = try TestPipeline(inputs: inputs, period: period)
    pipeline.regions = regions
    let result = try pipeline.run()
    guard result.status == 0 else { throw Refused(message: result.errors) }
    return try pipeline.table(id)
  }

  struct Refused: Error { let message: String }

  private var firstDay: String {
    let year = period.prefix(4)
    let number = Int(period.suffix(period.contains("M") ? 2 : 1)) ?? 1
    let month = period.contains("M") ? number : number * 3 - 2
    return "\(year)-\(month < 10 ? "0" : "")\(month)-01"
  }

  private func postingsCSV(_ day: String) -> String {
    let columns = ["openings", "region", "occupation", "industry", "ownership", "title_level", "skill_level"]
    var text = "posting_id,employer_name,title,posted_on,\(columns.joined(separator: ","))\n"
    for (index, fields) in postings.enumerated() {
      let cells = columns.map { "\"\(fields[$0] ?? "")\"" }.joined(separator: ",")
      text += "\(index),单位\(index),岗位\(index),\(day),\(cells)\n"
    }
    return text
  }

  private func seekersCSV(_ day: String) -> String {
    let columns = ["region", "intended_occupation", "title_level", "skill_level"]
    var text = "seeker_id,registered_on,\(columns.joined(separator: ","))\n"
    var number = 0
    for (count, fields) in seekers {
      let cells = columns.map { fields[$0] ?? "" }.joined(separator: ",")
      for _ in 0..<count {
        number += 1
        text += "\(number),\(day),\(cells)\n"
      }
    }
    return text
  }
}
