import Foundation
import TestSupport
import Testing

/// A register without a compiler: a bureau adds files beside the shipped pipelines, and the built program publishes the
/// table of its permits and gives out the list of those that are late.
@Suite struct RegisterTests {
  /// The folder after a bulletin and a night.
  private struct Register {
    let copy: BureauCopy
    let plan: [Program.Result]
    let bulletin: Program.Result
    let night: Program.Result

    static let shared = Result { try Register() }

    private init() throws {
      copy = try BureauCopy("Pipelines", "SampleData")
      try copy.addPermits()
      try copy.addInputs("bulletin-lines.yaml", to: "Pipelines/quarterly-bulletin.yaml")
      try copy.addInputs("nightly-lines.yaml", to: "Pipelines/nightly.yaml")
      plan = try ["quarterly-bulletin", "nightly"].map { [copy] in try copy.run("plan", "Pipelines/\($0).yaml") }
      bulletin = try copy.run("run", "Pipelines/quarterly-bulletin.yaml", "--period", "2026Q3")
      night = try copy.run("run", "Pipelines/nightly.yaml")
    }

    func table(_ path: String) throws -> EditionTable { try EditionTable(copy.scratch.data(path)) }
  }

  private static let edition = "Reports/bulletin/2026Q3"
  private static let section = ".talentflow/lists/行政审批科"
  private static let counts = ["applied", "decided", "due"]

  private static func truth(_ file: String) throws -> EditionTable {
    try EditionTable(Data(contentsOf: URL(fileURLWithPath: BureauCopy.permit("truth/\(file)"))))
  }

  /// Nothing but the files of the fixture and a line in each pipeline file is new.
  @Test func onlyFilesWereAdded() throws {
    let copy = try Register.shared.get().copy
    let new = Set(BureauCopy.permitsFiles.values)
    for name in copy.scratch.files("Pipelines") where !new.contains("Pipelines/\(name)") {
      let (own, shipped) = (try copy.scratch.text("Pipelines/\(name)"), try Repository.text("Pipelines/\(name)"))
      guard own != shipped else { continue }
      #expect(["quarterly-bulletin.yaml", "nightly.yaml"].contains(name))
      let added = own.split(separator: "\n").filter { $0.contains("permits") }
      #expect(added.count == 1 && own.replacing("\(added[0])\n", with: "") == shipped, "\(name)")
    }
    #expect(new.allSatisfy(copy.scratch.exists) && !copy.scratch.exists("Sources"))
  }

  /// Whatever is shown is true, and what tells of few units is hidden.
  @Test func thePublicTableIsTrueAndHides() throws {
    let register = try Register.shared.get()
    #expect(register.bulletin.status == 0, "\(register.bulletin.errors)")
    let found = try RegisterTests.compare(register.table("\(RegisterTests.edition)/tables/permits.csv"))
    print("permits 2026Q3, public: \(found.shown) figures shown, \(found.hidden) hidden")
    #expect(found.hidden > 20 && found.shown > 100)
    // One unit holds all of this kind in this county, two all that is done in that one.
    let table = try register.table("\(RegisterTests.edition)/tables/permits.csv")
    #expect(table.cell("特殊工时审批", "applied", region: "450681") == "[c]")
    #expect(table.cell("total", "applied", region: "450621") == "[c]")
    #expect(table.cell("total", "applied") == "87" && table.cell("total", "on_time") == "82.72")
    let descriptor = try register.copy.scratch.text("\(RegisterTests.edition)/datapackage.json")
    #expect(descriptor.contains("tables/permits.csv"))
    let indicators = try register.copy.scratch.text("\(RegisterTests.edition)/tables/indicators.csv")
    #expect(indicators.contains("permits.on_time"))
  }

  @Test func theInternalTableIsTrue() throws {
    let register = try Register.shared.get()
    let found = try RegisterTests.compare(
      register.table(".talentflow/internal/2026Q3-internal/tables/permits-internal.csv"))
    #expect(found.shown > 100)
  }

  /// Every figure that `table` shows equals the truth, and every count that it hides is a number there.
  private static func compare(_ table: EditionTable) throws -> (shown: Int, hidden: Int) {
    let truth = try truth("2026Q3/permits.csv")
    // The median's changes are what two quarters' medians differ by.
    let earlier = try ["permit_days_qoq": "2026Q2", "permit_days_yoy": "2025Q3"].mapValues {
      try RegisterTests.truth("\($0)/permits.csv")
    }
    let (keys, figures) = (["region", "row"], table.header.dropFirst(5))
    #expect(table.rows.count == truth.rows.count && figures.count >= truth.header.count - 4)
    var (shown, hidden) = (0, 0)
    for (row, key) in zip(table.rows, table.select(keys)) {
      let names = truth.select(["region", "row_name"])
      let place = try #require(names.firstIndex(of: key), "\(key)")
      for (column, cell) in zip(table.header, row).dropFirst(5) {
        let wanted: String
        if let old = earlier[column] {
          let (now, before) = (truth.rows[place].last, old.rows[place].last)
          wanted = Int(now ?? "").flatMap { now in Int(before ?? "").map { "\(now - $0)" } } ?? "[x]"
        } else {
          wanted = truth.rows[place][try #require(truth.header.firstIndex(of: column), "\(column)")]
        }
        if cell == "[c]" {
          hidden += 1
          if RegisterTests.counts.contains(column) { #expect(Int(wanted) != nil, "\(key) \(column) \(wanted)") }
        } else {
          shown += 1
          #expect(cell == wanted, "\(key) \(column)")
        }
      }
    }
    return (shown, hidden)
  }

  @Test func thePageHasItsChartAndItsSentence() throws {
    let scratch = try Register.shared.get().copy.scratch
    let page = try scratch.text("\(RegisterTests.edition)/table-permits.html")
    #expect(page.contains("aria-labelledby=\"chart-permits-title chart-permits-desc\""))
    #expect(page.contains("劳务派遣许可: 39"))
    #expect(page.contains("本期受理许可申请87件，按期办结率82.72%。"))
    // Of this county no count may be seen.
    let county = try ["450621", "450621-table-permits"].map { try scratch.text("\(RegisterTests.edition)/\($0).html") }
    #expect(county.allSatisfy { $0.contains("行政许可办理") && !$0.contains("本期受理许可申请") })
    #expect(try scratch.text("\(RegisterTests.edition)/index.html").contains("本期受理许可申请87件"))
  }

  @Test func theNightGivesOutTheList() throws {
    let register = try Register.shared.get()
    #expect(register.night.status == 0, "\(register.night.errors)")
    let copy = register.copy
    #expect(try copy.mode(".talentflow/lists") == 0o700 && copy.mode(RegisterTests.section) == 0o700)
    for name in copy.scratch.files(RegisterTests.section) {
      #expect(try copy.mode("\(RegisterTests.section)/\(name)") == 0o600, "\(name)")
    }
    let list = try register.table("\(RegisterTests.section)/Z-01.csv").select(["编号", "单位", "区划", "日期", "期限", "天数"])
    let truth = try RegisterTests.lateOnes()
    #expect(list.count == truth.count && truth.count > 10)
    #expect(list.sorted { $0[0] < $1[0] } == truth)
    // The night page tells how many there are, and nothing of any of them.
    let page = try copy.scratch.text("Reports/nightly/2026-10-21/index.html")
    #expect(page.contains("许可申请超期未办结</th><td class=\"words\">\(truth.count) 条"))
    #expect(page.contains("lists/行政审批科"))
    let everywhere = try copy.contents("Reports").mapValues { String(decoding: $0, as: UTF8.self) }
    for lead in truth {
      #expect(everywhere.allSatisfy { !$0.value.contains(lead[0]) }, "\(lead[0])")
    }
  }

  /// The late ones as of the newest day that the permits speak of, which is a working day before the day of the committed
  /// truth.
  private static func lateOnes() throws -> [[String]] {
    try truth("Z-01.csv").rows.map { row in
      let days = try #require(Int(row[5]))
      return Array(row[..<5]) + ["\(days - 1)"]
    }
  }

  @Test func commandsKnowWhatIsDeclared() throws {
    let register = try Register.shared.get()
    let (copy, pipeline) = (register.copy, "Pipelines/quarterly-bulletin.yaml")
    #expect(register.plan.map(\.status) == [0, 0])
    #expect(register.plan[0].output.contains("permits/permits.csv (permits"))
    #expect(register.plan[1].output.contains("Z-01"))
    let figure = try copy.run("explain", "permits.on_time")
    #expect(figure.output.contains("按期办结率 = 其中按期办结 ÷ 本期到期应办") && figure.output.contains("越高越好"))
    let table = try copy.run("explain", "permits").output
    #expect(table.contains("表 permits") && table.contains("数据集 permits") && table.contains("公开 (经披露控制)"))
    let check = try copy.run("explain", "Z-01").output
    #expect(check.contains("许可申请超期未办结") && check.contains("limit=20") && check.contains("行政许可法 42"))
    let contract = try copy.run("contract", "permits", "--pipeline", pipeline)
    #expect(contract.status == 0 && contract.output.contains("| permit_no (主键) | 受理编号 申请编号 |"))
    let clean = try copy.run("check", pipeline)
    #expect(clean.status == 0 && clean.output == "检查完毕: 0 处差异\n", "\(clean.output)\(clean.errors)")
    let preview = try copy.run("table", "permits", "--public", "--period", "2026Q3")
    #expect(preview.status == 0 && preview.output.contains("[c]"), "\(preview.errors)")
  }
}
