import Declarations
import Domain
import Foundation
import TestSupport
import Testing
import Warehouse

@testable import Stages

/// Screening of what a warehouse holds.
@Suite struct PostingScreeningTests {
  private static let screener = Result { try PostingRuleFolder.read(Repository.file("Pipelines/rules")) }

  private func screening(workers: Int = 2) throws -> PostingScreening {
    PostingScreening(.postings, try PostingScreeningTests.screener.get(), workers: workers)
  }

  private func screen(_ warehouse: TestWarehouse, workers: Int = 2, again: Bool = false) throws
    -> PostingScreening.Outcome
  {
    let screening = try screening(workers: workers)
    return try warehouse.queue.write { try screening.run($0, again: again) }
  }

  /// All that is kept: posting, rule, version, level, where, words.
  private func found(_ warehouse: TestWarehouse) throws -> [String] {
    try warehouse.queue.read { db in
      try Row.fetchAll(db, sql: "SELECT * FROM screen_finding ORDER BY found_row, found_rule").map { row in
        "\(row["found_row"] as Int) \(row["found_rule"] as String) \(row["found_level"] as String) "
          + "\(row["found_in"] as String) \(row["found_words"] as String)"
      }
    }
  }

  private func rows(_ texts: [String], from first: Int = 0) -> [PostingRow] {
    texts.enumerated().map { number, text in
      var row = PostingRow(["工作内容": text])
      row.id = "\(first + number)"
      return row
    }
  }

  /// The shipped phrases of all rules, good and bad, as postings.
  private func phrases() throws -> [String] {
    try PostingScreeningTests.screener.get().rules.flatMap(\.phrases).map(\.text)
  }

  @Test func theSameForAnyNumberOfWorkers() throws {
    let texts = try phrases()
    #expect(texts.count > 170)
    var warehouse = try TestWarehouse()
    try warehouse.take(rows(texts))
    let outcome = try screen(warehouse, workers: 1)
    let alone = try found(warehouse)
    #expect(outcome.postings == texts.count)
    #expect(alone.count == outcome.findings.reduce(0, +) && alone.count > 50)
    for workers in [2, 3, 5, 64] {
      #expect(try screen(warehouse, workers: workers, again: true) == outcome)
      #expect(try found(warehouse) == alone)
    }
  }

  @Test func findsWhatTheRulesFindByThemselves() throws {
    let texts = try phrases()
    var warehouse = try TestWarehouse()
    try warehouse.take(rows(texts))
    _ = try screen(warehouse)
    let screener = try PostingScreeningTests.screener.get()
    let pass = ScreenPass(screener)
    var expected: Set<String> = []
    for (number, text) in texts.enumerated() {
      let stored = Redaction.masked(text)
      for finding in pass.screen(stored).findings {
        expected.insert("\(number + 1) \(screener.rules[finding.rule].id) \(finding.level.rawValue)")
      }
    }
    let kept = Set(try found(warehouse).map { $0.split(separator: " ").prefix(3).joined(separator: " ") })
    #expect(kept == expected)
  }

  @Test func aFileIsScreenedOnce() throws {
    var warehouse = try TestWarehouse()
    try warehouse.take(rows(["入职交押金500元", "五险一金"]))
    #expect(try screen(warehouse).postings == 2)
    #expect(try screen(warehouse).postings == 0)
    try warehouse.take(rows(["限男性"], from: 2))
    #expect(try screen(warehouse).postings == 1)
    #expect(try found(warehouse).map { $0.split(separator: " ")[1] } == ["C09", "C01"])
    #expect(try screen(warehouse, again: true).postings == 3)
  }

  @Test func rulesOfOtherVersionsAreTold() throws {
    var warehouse = try TestWarehouse()
    try warehouse.take(rows(["限男性"]))
    _ = try screen(warehouse)
    let screening = try screening()
    #expect(try !warehouse.queue.read(screening.isOutdated))
    try warehouse.queue.write { try $0.execute(sql: "UPDATE screened SET rules = 'C01.0'") }
    #expect(try warehouse.queue.read(screening.isOutdated))
    _ = try screen(warehouse, again: true)
    #expect(try !warehouse.queue.read(screening.isOutdated))
  }

  @Test func fieldsSayItToo() throws {
    var warehouse = try TestWarehouse()
    try warehouse.take([
      PostingRow(["性别要求": "男", "工作内容": "装卸"]), PostingRow(["年龄要求": "18-40岁", "工作内容": "装卸"]).with(id: "2"),
      PostingRow(["年龄要求": "18-60岁", "工作内容": "装卸"]).with(id: "3"),
    ])
    _ = try screen(warehouse)
    #expect(
      try found(warehouse) == [
        "1 C01 violation - 性别要求: 男", "2 C06 advise - 年龄上限低于45岁",
      ])
  }

  /// What no posting of a file has, its platform does not export.
  @Test func aTextThatIsNeverExportedIsNotMissing() throws {
    var warehouse = try TestWarehouse()
    try warehouse.take([PostingRow([:]), PostingRow([:]).with(id: "2")])
    _ = try screen(warehouse)
    #expect(try found(warehouse) == [])
    try warehouse.take([PostingRow(["工作内容": "装卸"]).with(id: "3"), PostingRow([:]).with(id: "4")])
    _ = try screen(warehouse)
    #expect(try found(warehouse) == ["4 C15 correct - 没有写工作内容"])
  }

  @Test func copiesSayWhereTheyAreFrom() throws {
    var warehouse = try TestWarehouse()
    func copy(_ id: String, _ platform: String, _ cells: [String: String]) -> PostingRow {
      var row = PostingRow(cells)
      (row.id, row.platform) = (id, platform)
      return row
    }
    try warehouse.take([
      copy("1", "A", [:]), copy("2", "B", ["转载来源": "A"]), copy("3", "C", [:]),
    ])
    _ = try screen(warehouse)
    let copies = try warehouse.integers("SELECT id FROM postings WHERE is_copy = 1 ORDER BY id").map { $0[0] }
    #expect(copies == [2, 3])
    #expect(try found(warehouse) == ["3 C19 correct - 转载没有标注来源"])
  }

  @Test func noNumberOfAPersonIsKept() throws {
    var warehouse = try TestWarehouse()
    try warehouse.take(rows(["入职交押金500元，联系13977001234张经理", "把身份证号450602199001011234发给人事"]))
    _ = try screen(warehouse)
    let kept = try found(warehouse)
    #expect(kept.count >= 2)
    #expect(kept.allSatisfy { !$0.contains("13977001234") && !$0.contains("199001011234") })
  }

  @Test func anErasedSourceTakesItsFindingsAlong() throws {
    var warehouse = try TestWarehouse()
    try warehouse.take(rows(["限男性"]))
    _ = try screen(warehouse)
    #expect(try found(warehouse).count == 1)
    try warehouse.queue.write { try SourceEraser($0, source: .postings, homeRegion: "450600").erase() }
    #expect(try found(warehouse) == [])
    #expect(try warehouse.integer("SELECT count(*) FROM screened") == 0)
  }

  /// A night of 5,000 new texts of 400 characters; prints what it takes.
  @Test func aNight() throws {
    let good = "负责设备的日常维护和保养，按照作业指导书完成装配和检验；五险一金，周末双休，提供住宿和工作餐，有良好的沟通能力和团队合作精神。"
    let bad = try phrases()
    let texts = (0..<5000).map { number in
      let text = (number % 8 == 0 ? bad[number % bad.count] + "。" : "") + "第\(number)条。"
      return String((text + String(repeating: good, count: 8)).prefix(400))
    }
    var warehouse = try TestWarehouse()
    try warehouse.take(rows(texts))
    let start = ContinuousClock.now
    let outcome = try screen(warehouse)
    let time = ContinuousClock.now - start
    print("screen: a night of 5,000 texts in \(time), \(outcome.findings.reduce(0, +)) findings")
    #expect(outcome.postings == 5000 && outcome.findings.reduce(0, +) > 200)
    #expect(time < .seconds(2))
  }
}

extension PostingRow {
  fileprivate func with(id: String) -> PostingRow {
    var row = self
    row.id = id
    return row
  }
}
