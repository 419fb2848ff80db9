import Foundation
import Testing

/// Published bulletins, fed as exports (postings with the printed openings, one seeker for each printed seeker), come
/// out with the printed figures.
@Suite struct PublishedTablesTests {
  @Test func skillLevelsOfTianshui() throws {
    let rows = try PublishedMarket.table("tianshui-2018q1/skill")
    var market = PublishedMarket(period: "2018Q1")
    let levels = [
      ("skill5", "skill_level", "五级"), ("skill4", "skill_level", "四级"), ("skill3", "skill_level", "三级"),
      ("skill2", "skill_level", "二级"), ("skill1", "skill_level", "一级"), ("title1", "title_level", "初级"),
      ("title2", "title_level", "中级"), ("title3", "title_level", "高级"),
    ]
    for (row, level) in zip(rows, levels) {
      market.post(Int(row["demand"]!)!, [level.1: level.2])
      market.seek(Int(row["seekers"]!)!, [level.1: level.2])
    }
    market.seek(Int(rows[8]["seekers"]!)!, ["skill_level": "无"])
    market.post(Int(rows[9]["demand"]!)!, ["skill_level": "无要求"])
    let table = try market.publish("T12")
    var agreeing = 0
    for (row, key) in zip(rows, levels.map(\.0) + ["no_level"]) where table.cell(key, "ratio") == row["ratio"] {
      agreeing += 1
    }
    // The ninth, with 2 seekers, is printed 47.08; F4 gives 47.00 and nobody knows why it was printed so.
    #expect(agreeing == 8)
    #expect(table.cell("title3", "ratio") == "47.00")
    #expect(table.cell("none", "demand_share") == "45.69")
    #expect(table.cell("no_level", "seekers_share") == "59.65")
  }

  @Test func occupationsOfHainan() throws {
    var market = PublishedMarket(period: "2013Q3")
    let rows = try PublishedMarket.table("hainan-2013q3/occupation_partial").filter { $0["ratio"] != "" }
    for (index, row) in rows.enumerated() {
      market.post(Int(row["demand"]!)!, ["occupation": "\(index + 1)"])
      market.seek(Int(row["seekers"]!)!, ["intended_occupation": "\(index + 1)"])
    }
    let table = try market.publish("T5")
    #expect(rows.count == 5)
    for (index, row) in rows.enumerated() { #expect(table.cell("\(index + 1)", "ratio") == row["ratio"]) }
  }

  @Test func nationalSeries() throws {
    var agreeing = 0
    let rows = try PublishedMarket.table("national-series/overall")
    var market = PublishedMarket(period: "2018Q1")
    for (index, row) in rows.enumerated() {
      // A region a quarter, so that one run does for all; tenths of 万人 count as one.
      let region = PublishedMarket.regions[index]
      market.post(Int((Double(row["demand"]!)! * 10).rounded()), [:], region: region)
      market.seek(Int((Double(row["seekers"]!)! * 10).rounded()), [:], region: region)
    }
    let table = try market.publish("T1", regions: Array(PublishedMarket.regions.prefix(rows.count)))
    for (index, row) in rows.enumerated() {
      let printed = String(format: "%.2f", Double(row["ratio"]!)!)
      let computed = table.cell("valid", "ratio", region: PublishedMarket.regions[index])
      if computed == printed {
        agreeing += 1
      } else {
        #expect(row["category"] == "2004Q3", "\(row) computed \(computed ?? "")")
      }
    }
    #expect(rows.count == 19)
    #expect(agreeing == 18)
  }

  @Test(arguments: ["huizhou-2022q4", "shaoguan-2017m09"])
  func sectors(_ place: String) throws {
    let isHuizhou = place == "huizhou-2022q4"
    let industries = try PublishedMarket.table("\(place)/industry").filter { $0["role"] == "item" }
    var market = PublishedMarket(period: isHuizhou ? "2022Q4" : "2017M09")
    // Shaoguan prints transport and information before trade and hotels.
    let letters = isHuizhou ? "ABCDEFGHIJKLMNOPQRST" : "ABCDEGIFHJKLMNOPQRST"
    for (row, letter) in zip(industries, letters) { market.post(Int(row["demand"]!)!, ["industry": String(letter)]) }
    let table = try market.publish("T2")
    let sectors = try PublishedMarket.table("\(place)/sector").filter { $0["role"] == "item" }
    #expect(industries.count == 20 && sectors.count == 3)
    for (row, key) in zip(sectors, ["primary", "secondary", "tertiary"]) {
      #expect(table.cell(key, "demand") == row["demand"])
      #expect(table.cell(key, "demand_share") == row["demand_share"]!.replacing("%", with: ""))
    }
  }

  @Test func shareBasesOfWuxi() throws {
    let rows = try PublishedMarket.table("wuxi-2014q2/employer").filter { $0["role"] != "total" }
    let keys = [
      "state", "collective", "cooperative", "joint", "llc", "jsc", "private", "other_enterprise", "hmt", "foreign",
      "individual", "institution", "government", "other",
    ]
    var market = PublishedMarket(period: "2014Q2")
    for row in rows { market.post(Int(row["demand"]!)!, ["ownership": row["category"]!]) }
    let table = try market.publish("T4")
    #expect(rows.count == keys.count)
    for (row, key) in zip(rows, keys) { #expect(table.cell(key, "demand_share") == row["demand_share"], "\(key)") }
  }
}
