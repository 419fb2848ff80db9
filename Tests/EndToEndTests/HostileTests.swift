import Foundation
import TestSupport
import Testing

/// Texts that attack whoever opens a table or a page, through the whole program.
@Suite struct HostileTests {
  private static let texts = [
    "=cmd|' /C calc'!A0", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "\u{202E}=1+1",
    "＝HYPERLINK(A1)",
    "@SUM(1+1)*cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "\"=1\"", "../../../etc/passwd", "{{title}}",
  ]

  /// A field of a CSV text.
  private static func field(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }

  /// The cells of a CSV text as a spreadsheet has them.
  private static func cells(_ data: Data) -> [String] {
    var cells = [""]
    var isQuoted = false
    for scalar in String(decoding: data, as: UTF8.self).unicodeScalars where scalar != "\u{FEFF}" {
      switch scalar {
      case "\"": isQuoted.toggle()
      case ",", "\n", "\r":
        if isQuoted { cells[cells.count - 1].unicodeScalars.append(scalar) } else { cells.append("") }
      default: cells[cells.count - 1].unicodeScalars.append(scalar)
      }
    }
    return cells
  }

  private static func isFormula(_ cell: String) -> Bool {
    let rest = cell.unicodeScalars.drop { " \u{202E}\u{3000}".unicodeScalars.contains($0) }
    guard let first = rest.first, "=+-@\t＝＋－＠".unicodeScalars.contains(first) else { return false }
    return Double(String(rest)) == nil
  }

  @Test func areInertInEveryFile() throws {
    var pipeline = try RerunTests.small()
    pipeline.tables = TestPipeline.shippedTables
    // Names of occupations and regions come from lists, headers and cells from exports.
    let lists = pipeline.scratch.file("lists")
    try FileManager.default.copyItem(atPath: Repository.file("Pipelines/codelists"), toPath: lists)
    let occupations = try pipeline.scratch.text("lists/occupations.csv").split(separator: "\n").map(String.init)
    let name = try #require(occupations.first { $0.hasPrefix("4-02-05-01,") }).split(separator: ",")[1]
    for (index, text) in HostileTests.texts.enumerated() {
      let header = "岗位编号,单位名称,岗位名称,招聘人数,发布日期,更新时间,职业代码,\(HostileTests.field(text))\n"
      let cell = HostileTests.field(text)
      try pipeline.scratch.write(
        header + "h\(index),\(cell),\(cell),3,2026-08-01,2026-08-02,4-02-05-01,\(cell)\n"
          + "\(cell),\(cell),\(cell),\(cell),\(cell),2026-08-02,\(cell),x\n", "in/h\(index).csv")
    }
    let changed = occupations.map { line in
      line.hasPrefix("4-02-05-01,")
        ? line.replacing("4-02-05-01,\(name),", with: "4-02-05-01,=cmd|' /C <script>'!A0,") : line
    }
    try pipeline.scratch.write(changed.joined(separator: "\n") + "\n", "lists/occupations.csv")
    try pipeline.scratch.write(
      "source: p\ntitle: \"=1+1<img src=x>\"\ncontract: postings\nhome_region: \"450600\"\nconstants: {platform: \"=p\"}\n",
      "p.yaml")
    pipeline.inputs = [(pipeline.scratch.file("p.yaml"), pipeline.scratch.file("in/*.csv"))]
    try pipeline.scratch.write(
      pipeline.yaml.replacing(Repository.file("Pipelines/codelists"), with: lists)
        + "\ncross_tables:\n- {id: jobs, by: [region/3, occupation]}\n", "pipeline.yaml")
    let result = try Program.talentflow.run(["run", pipeline.path])
    #expect(result.status == 0, "\(result.errors)")

    let pages = pipeline.scratch.files("Reports").filter { $0.hasSuffix(".html") }
    #expect(pages.count >= 2)
    for page in pages {
      let html = try pipeline.scratch.text("Reports/\(page)")
      #expect(
        !html.contains("<script") && !html.contains("<img") && html.contains("Content-Security-Policy"), "\(page)")
    }
    let tables = pipeline.scratch.files("").filter {
      $0.hasSuffix(".csv") && ($0.hasPrefix("Reports") || $0.hasPrefix("work")) && !$0.hasSuffix(".rejects.csv")
    }
    #expect(tables.contains { $0.contains("cross-tables") } && tables.contains { $0.hasSuffix(".findings.csv") })
    for table in tables {
      let formulas = HostileTests.cells(try pipeline.scratch.data(table)).filter(HostileTests.isFormula)
      #expect(formulas.isEmpty, "\(table): \(formulas)")
    }
    #expect(try pipeline.scratch.text("work/cross-tables/jobs.csv").contains("'=cmd|' /C <script>'!A0"))
    // No value makes a path: all files are where they always are.
    let folders = Set(pipeline.scratch.files("").map { ($0 as NSString).deletingLastPathComponent })
    #expect(
      folders == [
        "", "in", "lists", "lists/titles", "Reports", "Reports/bulletin/2026Q3", "Reports/bulletin/2026Q3/tables",
        "work",
        "work/rejects", "work/review", "work/cross-tables", "open-rules", "open-rules/lists", "open-rules/supervision",
        "tables",
      ], "\(folders.sorted())")
    #expect(try Program.talentflow.run(["verify", pipeline.scratch.file("Reports/bulletin/2026Q3")]).status == 0)
  }
}
