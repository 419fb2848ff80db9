import Foundation
import TestSupport

/// A catalog pipeline over SampleData in a scratch folder.
struct TestCatalog {
  let scratch: TestFolder

  /// - Parameter internalFolder: of the final editions for the bureau; nil for none.
  init(internalFolder: String? = nil) throws {
    scratch = try TestFolder()
    let sources = ["fcg-public", "gx-rencai", "agency-feed", "seekers-centre", "seekers-county", "experts"]
    let inputs = sources.map { source in
      "- {source: \"\(Repository.file("Pipelines/sources/\(source).yaml"))\", "
        + "files: \"\(Repository.file("SampleData/\(source)/*.csv"))\"}"
    }
    try scratch.write(
      """
      pipeline: test
      home_region: "450600"
      warehouse: work/warehouse.sqlite
      work: work
      inputs:
      \(inputs.joined(separator: "\n"))
      codelists: \(Repository.file("Pipelines/codelists"))
      rules: \(Repository.file("Pipelines/rules"))
      catalog:
        title: 防城港市急需紧缺人才目录
        publisher: 防城港市人力资源和社会保障局
        period: 2026H1
        templates: \(Repository.file("Pipelines/templates"))
        publish: Reports/catalog
        \(internalFolder.map { "internal: \($0)" } ?? "")
      """, "pipeline.yaml")
  }

  @discardableResult
  func run(_ options: String...) throws -> Program.Result {
    try Program.talentflow.run(["run", scratch.file("pipeline.yaml")] + options)
  }

  /// Path of an edition, or of a file in it: drafts lie in the folder of the work.
  func path(_ edition: String, _ file: String = "") -> String {
    "\(edition.contains("/draft-") ? "work" : "Reports/catalog")/\(edition)/\(file)"
  }

  /// Puts the answers that come with the sample into the first draft of 2026H2.
  func answerAsShipped() throws {
    try scratch.write(
      Repository.text("SampleData/answers/answers-2026H2.csv"), path("2026H2/draft-1", "answers-2026H2.csv"))
  }

  /// The rows of a table, by the names of its columns.
  func table(_ edition: String, _ name: String) throws -> [[String: String]] {
    let rows = CSV.rows(try scratch.text(path(edition, "tables/\(name).csv")))
    return rows.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(rows[0], $0)) }
  }

  /// Bytes of every file of an edition.
  func bytes(_ edition: String) throws -> [String: Data] {
    let names = scratch.files(path(edition))
    return Dictionary(
      uniqueKeysWithValues: try names.map { ($0, try scratch.data(path(edition, $0))) })
  }

  /// Fills in the form of a draft as a spreadsheet would, in place of what was filled in before: rows by code,
  /// `意见,调整后程度,理由,专家编号,日期`.
  func answer(_ draft: String, _ file: String, _ answers: [String: [String]]) throws {
    let rows = CSV.rows(try scratch.text(path(draft, "answers.csv")))
    let empty = [String](repeating: "", count: 5)
    var filled = [rows[0]] + rows.dropFirst().filter { !$0[1].isEmpty }.map { $0.prefix(7) + (answers[$0[0]] ?? empty) }
    for (code, answer) in answers.sorted(by: { $0.key < $1.key }) where !filled.contains(where: { $0[0] == code }) {
      filled.append([code, "", "", "", "", "", ""] + answer)
    }
    try scratch.write(filled.map { $0.joined(separator: ",") }.joined(separator: "\r\n") + "\r\n", path(draft, file))
  }
}

/// Reads small CSV texts, apart from the program's own reader.
enum CSV {
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var field = ""
    var isQuoted = false
    var characters = Array(text.unicodeScalars.drop { $0 == "\u{FEFF}" })[...]
    while let scalar = characters.popFirst() {
      switch scalar {
      case "\"" where isQuoted && characters.first == "\"":
        field.append("\"")
        characters.removeFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        rows[rows.count - 1].append(field)
        field = ""
      case "\r" where !isQuoted: continue
      case "\n" where !isQuoted:
        rows[rows.count - 1].append(field)
        field = ""
        rows.append([])
      default: field.unicodeScalars.append(scalar)
      }
    }
    return rows.filter { !$0.isEmpty }
  }
}
