import Foundation
import TestSupport
import Testing

/// A catalog from the first draft to the next edition, as a bureau makes it.
@Suite struct CatalogTests {
  private static let day = "2026-11-05"

  @Test func fromDraftToTheNextEdition() throws {
    let catalog = try TestCatalog()
    let first = try catalog.run()
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains("目录已编成") && first.output.contains("2026H1/draft-1"))
    #expect(try catalog.run().output.contains("目录与已编的一致, 未改动"))
    let plan = try Program.talentflow.run(["plan", catalog.scratch.file("pipeline.yaml")])
    #expect(plan.output.contains("2026H1/draft-1: 已有, 意见 0 条"), "\(plan.output)\(plan.errors)")
    let entries = try catalog.table("2026H1/draft-1", "catalog")
    let all = try catalog.table("2026H1/draft-1", "assessments")
    #expect(!entries.isEmpty && entries.map { $0["序号"]! } == (1...entries.count).map(String.init))
    let (top, light) = (entries[0], entries.first { $0["紧缺程度"] == "轻度紧缺" })
    let unassessed = try #require(all.first { $0["computed"] == "X" })
    let none = try #require(all.first { $0["computed"] == "none" })

    // Answers that cannot be taken: each is named with its line, nothing changes, and nothing can be made final.
    try catalog.answer(
      "2026H1/draft-1", "answers.csv",
      [
        top["职业代码"]!: ["删除", "", "", "E001", CatalogTests.day],
        none["occupation"]!: ["增补", "中度紧缺", "要", "E001", CatalogTests.day],
        unassessed["occupation"]!: ["增补", "轻度紧缺", "要", "E999", CatalogTests.day],
      ])
    let second = try catalog.run()
    #expect(second.status == 0 && second.output.contains("draft-2"))
    let lines = try catalog.scratch.text(catalog.path("2026H1/draft-1", "answers.csv")).split(separator: "\r\n")
    for (code, message) in [
      (top["职业代码"]!, "没有写理由"), (none["occupation"]!, "跳了两级"), (unassessed["occupation"]!, "不在专家库中"),
    ] {
      let line = try #require(lines.firstIndex { $0.hasPrefix("\(code),") }) + 1
      #expect(second.errors.contains("draft-1/answers.csv:\(line): \(code)") && second.errors.contains(message))
      let page = try catalog.scratch.text(catalog.path("2026H1/draft-2", "index.html"))
      #expect(page.contains("draft-1/answers.csv:\(line)"))
    }
    #expect(try catalog.table("2026H1/draft-2", "catalog").map { $0["紧缺程度"] } == entries.map { $0["紧缺程度"] })
    let refused = try catalog.run("--final")
    #expect(refused.status == 65 && refused.errors.contains("TF411"), "\(refused.errors)")
    #expect(!catalog.scratch.exists(catalog.path("2026H1/final-1")))

    // Good answers, one of them in a file of its own.
    try catalog.answer(
      "2026H1/draft-1", "answers.csv", [top["职业代码"]!: ["删除", "", "岗位已经停招", "E001", CatalogTests.day]])
    var others = [unassessed["occupation"]!: ["增补", "轻度紧缺", "新项目需要", "E002", CatalogTests.day]]
    if let light { others[light["职业代码"]!] = ["同意", "", "", "E003", CatalogTests.day] }
    try catalog.answer("2026H1/draft-2", "answers-李.csv", others)
    let third = try catalog.run()
    #expect(third.status == 0 && third.output.contains("draft-3"), "\(third.errors)")
    let revised = try catalog.table("2026H1/draft-3", "catalog")
    #expect(!revised.contains { $0["职业代码"] == top["职业代码"] })
    #expect(revised.last?["职业代码"] == unassessed["occupation"] && revised.last?["紧缺程度"] == "轻度紧缺")
    let words = try catalog.table("2026H1/draft-3", "opinions")
    let struck = try #require(words.first { $0["职业代码"] == top["职业代码"] })
    #expect(struck["计算的程度"] == top["紧缺程度"] && struck["采用的程度"] == "未列入" && struck["理由"] == "岗位已经停招")

    let final = try catalog.run("--final")
    #expect(final.status == 0 && final.output.contains("2026H1/final-1"), "\(final.errors)")
    let frozen = try catalog.bytes("2026H1/final-1")
    let listed = try catalog.table("2026H1/final-1", "catalog")
    #expect(listed.allSatisfy { $0["版本"] == "2026H1 正式第1版" })
    #expect(try catalog.run("--final").output.contains("未改动"))

    // The next half-year is held against it.
    let next = try catalog.run("--period", "2026H2")
    #expect(next.status == 0 && next.output.contains("2026H2/draft-1"), "\(next.errors)")
    let changes = try catalog.table("2026H2/draft-1", "changes")
    let later = try catalog.table("2026H2/draft-1", "catalog")
    let (old, new) = (levels(listed), levels(later))
    let expected = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }
    #expect(Set(changes.map { $0["职业代码"]! }) == expected && !expected.isEmpty)
    for change in changes {
      let kind = old[change["职业代码"]!] == nil ? "新增" : new[change["职业代码"]!] == nil ? "移出" : nil
      #expect(kind == nil ? ["上调", "下调"].contains(change["变化"]!) : change["变化"] == kind)
    }
    #expect(try catalog.run("--period", "2026H2", "--final").status == 0)
    #expect(try catalog.bytes("2026H1/final-1") == frozen)
    for edition in ["2026H1/draft-3", "2026H1/final-1", "2026H2/final-1"] {
      #expect(try Program.talentflow.run(["verify", catalog.scratch.file(catalog.path(edition))]).status == 0)
    }
    // A final edition that somebody deleted is missed, and its number is not given again.
    let (gone, away) = (catalog.scratch.file(catalog.path("2026H2/final-1")), catalog.scratch.file("away"))
    try FileManager.default.moveItem(atPath: gone, toPath: away)
    let missed = try catalog.run("--period", "2026H2", "--final")
    #expect(missed.status == 78 && missed.errors.contains("已定稿的正式版不在了"), "\(missed.errors)")
    #expect(!FileManager.default.fileExists(atPath: gone))
    try FileManager.default.moveItem(atPath: away, toPath: gone)
    #expect(try catalog.run("--period", "2026H2", "--final").output.contains("未改动"))
    let explained = try Program.talentflow.run(
      ["explain", "紧缺/\(top["职业代码"]!)", "--pipeline", catalog.scratch.file("pipeline.yaml")])
    #expect(explained.output.contains("紧缺指数 = ") && explained.output.contains(top["紧缺指数"]!), "\(explained.errors)")
  }

  private func levels(_ entries: [[String: String]]) -> [String: String] {
    Dictionary(uniqueKeysWithValues: entries.map { ($0["职业代码"]!, $0["紧缺程度"]!) })
  }

  /// The final edition in Reports/ is what the program makes of SampleData and of the answers that come with it, on a day
  /// that is given. Re-recorded only with TALENTFLOW_RECORD=1.
  @Test func committedCatalogRegeneratesByteForByte() throws {
    let catalog = try TestCatalog()
    #expect(try catalog.run("--period", "2026H2", "--workers", "1").status == 0)
    try catalog.answerAsShipped()
    let final = try Program.talentflow.run(
      ["run", catalog.scratch.file("pipeline.yaml"), "--period", "2026H2", "--final", "--workers", "1"],
      environment: ["TALENTFLOW_TODAY": "2026-11-24"])
    #expect(final.status == 0, "\(final.errors)")
    let folder = "Reports/catalog/2026H2/final-1"
    let files = try catalog.bytes("2026H2/final-1")
    #expect(files.count > 20)
    if ProcessInfo.processInfo.environment["TALENTFLOW_RECORD"] == "1" {
      try? FileManager.default.removeItem(atPath: Repository.file(folder))
      try FileManager.default.createDirectory(
        atPath: Repository.file("Reports/catalog/2026H2"), withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: catalog.scratch.file(folder), toPath: Repository.file(folder))
    }
    let committed = Repository.files(folder, suffix: "").map { String($0.dropFirst(folder.count + 1)) }
    #expect(committed.filter { !$0.hasSuffix("tables") } == files.keys.sorted())
    for (name, bytes) in files {
      #expect(try Data(contentsOf: URL(fileURLWithPath: Repository.file("\(folder)/\(name)"))) == bytes, "\(name)")
    }
  }

  @Test func whatCannotBeMadeIsSaid() throws {
    let catalog = try TestCatalog()
    let early = try catalog.run("--period", "2028H1")
    #expect(early.status == 65 && early.errors.contains("数据只到 2026-09-30"), "\(early.errors)")
    let quarter = try catalog.run("--period", "2026Q3")
    #expect(quarter.status == 78 && quarter.errors.contains("目录按半年编制"), "\(quarter.errors)")
    let pipeline = try TestPipeline(inputs: TestPipeline.sampleInputs, period: "2026Q3")
    #expect(try pipeline.run("--final").errors.contains("TF412"))
    #expect(try catalog.run("--dry-run").output.contains("可以编成目录"))
    #expect(!catalog.scratch.exists("Reports") && !catalog.scratch.exists("work/2026H1"))
    // A draft of an earlier program, beside the final editions.
    try catalog.scratch.write("", "Reports/catalog/2026H1/draft-1/answers.csv")
    let old = try catalog.run()
    #expect(old.status == 78 && old.errors.contains("TF649") && old.errors.contains("work/2026H1"), "\(old.errors)")
  }
}
