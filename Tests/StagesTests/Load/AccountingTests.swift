import TestSupport
import Testing

@Suite struct AccountingTests {
  /// What the loader should know of a key, by the rules as they are written.
  private struct Current {
    let line: String
    let updated: String
    let file: Int
  }

  private func randomRow(_ random: inout SeededGenerator) -> PostingRow {
    func pick(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
    var row = PostingRow()
    row.id = pick(["1", "2", "3", "4", "5", "6", "7", "8"])
    row.platform = pick(["平台甲", "平台乙"])
    row.employer = pick(["港务公司", "边贸公司"])
    row.openings = pick(["1", "2", "30", "30", "很多"])
    row.posted = pick(["2026-06-15", "2026-07-01", "2026-08-20"])
    let choices = [
      "区划代码": ["450602", "450681", "440300"], "关闭日期": ["", "", "2026-09-10"],
      "更新时间": ["2026-09-01", "2026-09-02", "2026-09-03"],
      "转载来源": ["", "别处"], "性别要求": ["", "男", "不限"], "学历要求": ["", "本科"], "行业": ["", "131", "F"], "单位性质": ["", "11"],
      "职业": ["", "4-01-02-01", "4"], "年龄要求": ["", "18-45岁", "35岁以下"], "职称要求": ["", "初级", "不限"], "技能等级": ["", "五级"],
      "已招人数": ["", "1", "2"],
    ]
    for (column, texts) in choices.sorted(by: { $0.key < $1.key }) { row.cells[column] = pick(texts) }
    return row
  }

  @Test(arguments: 0..<12) func countsAddUpAndTheCubeIsThatOfTheFacts(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var warehouse = try TestWarehouse()
    var model: [String: Current] = [:]
    var earlier: [PostingRow] = []
    for file in 1...4 {
      let rows = (0..<25).map { _ in
        Int.random(in: 0..<3, using: &random) == 0
          ? earlier.randomElement(using: &random) ?? randomRow(&random) : randomRow(&random)
      }
      earlier += rows
      var expected = (accepted: 0, duplicate: 0, unchanged: 0, rejected: 0)
      for row in rows {
        guard row.openings != "很多" else {
          expected.rejected += 1
          continue
        }
        let key = "\(row.platform)/\(row.id)"
        let new = Current(line: row.line, updated: row.cells["更新时间"] ?? "", file: file)
        guard let old = model[key] else {
          expected.accepted += 1
          model[key] = new
          continue
        }
        let isOwn = old.file == file
        if old.line == new.line {
          if isOwn { expected.duplicate += 1 } else { expected.unchanged += 1 }
        } else if new.updated < old.updated || isOwn {
          expected.duplicate += 1
        } else {
          expected.accepted += 1
        }
        if old.line != new.line, new.updated >= old.updated { model[key] = new }
      }
      let taken = try warehouse.take(rows)
      let counts = (taken.outcome.accepted, taken.outcome.duplicate, taken.outcome.unchanged, taken.rejected)
      #expect(counts == (expected.accepted, expected.duplicate, expected.unchanged, expected.rejected))
      #expect(counts.0 + counts.1 + counts.2 + counts.3 == taken.rows)
      #expect(try warehouse.cubeDifferences() == [])
    }
    #expect(try warehouse.integer("SELECT count(*) FROM postings") == model.count)
    #expect(try warehouse.integer("SELECT count(*) FROM cube") ?? 0 > 50)
  }

  @Test func cubeOfSeekersIsThatOfTheFacts() throws {
    var warehouse = try TestWarehouse()
    let header = "求职编号,登记日期,登记机构,性别,出生年月,求职人员类别,意向职业,文化程度,注销日期,常住区划\n"
    try warehouse.take(
      header + """
        1,2026-07-01,甲,男,2008-07-02,应届生,营销员,大专,,港口区
        2,2026-07-01,甲,女,2008-07-01,失业青年,不限,本科,2026-08-15,东兴市
        3,2026-05-10,乙,,,,,,,深圳
        """, .seekers)
    try warehouse.take(header + "2,2026-07-01,乙,女,1990-07-01,,营销员,本科,,东兴市\n", .seekers)
    #expect(try warehouse.cubeDifferences() == [])
    let ages = try warehouse.integers(
      "SELECT code, sum(registered) FROM cube WHERE axis = 16 GROUP BY code ORDER BY code")
    #expect(ages == [[17, 1], [36, 1]])
    #expect(try warehouse.integer("SELECT count(*) FROM cube WHERE region = 1440000 AND axis = 11") == 2)
  }
}
