import Documents
import Domain
import Foundation
import Testing

@testable import Stages

@Suite struct OutlookPageTests {
  private let publisher: Publisher
  private let bulletin = FixtureBulletin.make(hasOutlook: true)

  init() throws { publisher = try Publisher(templates: .shipped()) }

  private func page(_ path: String, _ language: Language = .zh) throws -> String {
    let file = try #require(try publisher.files(bulletin, language: language).first { $0.path == path })
    return String(decoding: file.bytes, as: UTF8.self)
  }

  @Test func cityHasChartsTablesWarningsAndBacktest() throws {
    let page = try page("index.html")
    for name in ["demand", "seekers", "gap"] { #expect(page.contains("id=\"chart-outlook-\(name)-title\"")) }
    #expect(page.contains("<section id=\"outlook\"") && page.contains("<summary>其余预警：35（橙色11、黄色14、蓝色10）</summary>"))
    #expect(page.contains("<a href=\"outlook-4.html#o-4-02-05-01\" lang=\"zh-CN\">仓储管理员</a>"))
    #expect(page.contains("<span class=\"warning red\">红色</span>"))
    #expect(page.contains("<td class=\"heat blue\"><span class=\"letter\">蓝</span> "))
    #expect(page.contains("<td class=\"heat red\"><span class=\"letter\">红</span> "))
    #expect(page.contains("href=\"outlook-6.html\""))
    // How well forecasts did is told where methods are, and its measures nowhere else.
    #expect(try self.page("methods.html").contains("caption-scores"))
    #expect(!page.contains("MASE"))
    // 54 warnings, 50 of them in the list.
    let rows = page.components(separatedBy: "<tr><th scope=\"row\"><span class=\"code\">").count - 1
    #expect(rows == OutlookSection.mostWarnings)
    #expect(page.contains("未列出的预警职业数（见数据表）：</a>4"))
  }

  /// The letter of a county is of its own warning, and nothing stands where it has none.
  @Test func cityShowsTheLevelsOfItsCounties() throws {
    let page = try page("index.html")
    let outlook = try #require(bulletin.outlook)
    let heads = try #require(page.firstMatch(of: /各县（市、区）的级别.*\n<tr>(.*)<\/tr>/)).1
    let names = heads.matches(of: /<th scope="col">([^< ]+)<\/th>/).map { String($0.1) }
    #expect(names == bulletin.regions.dropFirst().map(\.name.zh) + ["需求人数", "求职人数"])
    for warning in outlook.regions[0].warnings.prefix(OutlookSection.mostWarnings) {
      let code = warning.subject.occupation
      let row = try #require(
        page.split(separator: "\n").first { $0.hasPrefix("<tr><th scope=\"row\"><span class=\"code\">\(code)<") })
      let cells = row.matches(of: /<td(?: class="heat (\w+)")?>/).map { $0.1.map(String.init) }.suffix(7).prefix(4)
      let own = outlook.regions.dropFirst().map { county in
        county.warnings.first { $0.subject.occupation == code }?.level.id
      }
      #expect(Array(cells) == own, "\(code)")
    }
    #expect(try !self.page("450602.html").contains("各县（市、区）的级别"))
  }

  @Test func countyHasItsOwnWithoutBacktest() throws {
    let county = try page("450602.html")
    #expect(county.contains("id=\"outlook\"") && county.contains("caption-warnings"))
    #expect(!county.contains("caption-scores") && !county.contains("class=\"groups\""))
    #expect(try page("450603.html").contains("本期没有达到预警级别的职业。"))
  }

  /// Under the figures of a county, and nothing under those of a region where that is not so.
  @Test func whatLastYearForetoldBetterIsSaid() throws {
    let remark = "<p class=\"note weak\">需求预测在回测中不如上年同期值准确</p>"
    #expect(try page("450602.html").contains(remark))
    #expect(try !page("index.html").contains("note weak"))
  }

  @Test func saysWhichLevelsAreInUse() throws {
    let wording = OutlookWording(texts: publisher.templates.texts, language: .zh)
    #expect(wording.threshold(0.955) == "95.5" && wording.threshold(0.5) == "50")
    let page = try page("index.html")
    let levels = try #require(page.firstMatch(of: /<p class="levels">(.*?)<\/p>/)).1
    let told = levels.matches(of: /warning (\w+)">[^<]*<\/span> (\d+)% 起，(\d+) 个/).map { "\($0.1) \($0.2) \($0.3)" }
    #expect(told == ["red 90 13", "orange 80 13", "yellow 65 14", "blue 50 14"] && levels.contains("共54个职业。"))
  }

  /// Two or three periods say nothing of themselves; whoever reads the page must know.
  @Test func saysWhereNothingWasTested() throws {
    let remark = "历史太短，还无法用回测检验"
    for path in ["index.html", "outlook-6.html"] { #expect(!(try page(path)).contains(remark)) }
    let whole = try #require(bulletin.outlook)
    let bulletin = FixtureBulletin.make(outlook: FixtureOutlook.untested(whole))
    let files = try publisher.files(bulletin, language: .zh)
    for path in ["index.html", "450602.html", "outlook-6.html"] {
      let page = String(decoding: try #require(files.first { $0.path == path }).bytes, as: UTF8.self)
      #expect(page.contains(remark), "\(path)")
      #expect(!page.contains("没有达到预警级别的职业"))
    }
    let package = String(decoding: try #require(files.first { $0.path == DataPackage.path }).bytes, as: UTF8.self)
    #expect(package.contains(remark))
  }

  /// The width of intervals may rest on one bad year.
  @Test func saysWhereIntervalsRestOnFewShocks() throws {
    let remark = "区间的宽窄只依据为数不多的几次波动"
    #expect(!(try page("index.html")).contains(remark))
    let whole = try #require(bulletin.outlook)
    let files = try publisher.files(FixtureBulletin.make(outlook: FixtureOutlook.shaken(whole)), language: .zh)
    for path in ["index.html", "450602.html", "outlook-6.html", DataPackage.path] {
      let page = String(decoding: try #require(files.first { $0.path == path }).bytes, as: UTF8.self)
      #expect(page.contains(remark), "\(path)")
    }
  }

  @Test func chancesAreNotRoundedUpToAThreshold() throws {
    let texts = publisher.templates.texts
    let wording = OutlookWording(texts: texts, language: .zh)
    #expect(wording.percent(0.7999) == "79%" && wording.percent(0.8) == "80%" && wording.percent(0.29) == "29%")
    #expect(wording.percent(1) == "100%" && wording.percent(0.9999) == "99%")
    #expect(wording.range(-12.4, 3.5) == "−12 至 4")
  }

  @Test func groupPageHasThirtyWithChartsAndTheRestInATable() throws {
    let page = try page("outlook-6.html")
    #expect(page.contains("<h1 lang=\"zh-CN\">生产制造及有关人员</h1>"))
    #expect(page.components(separatedBy: "<svg").count - 1 == 3 * (OutlookGroup.mostCharts + 1))
    let links = PageLinks(Array(page.utf8))
    // 56 细类 and one 小类.
    #expect(links.anchors.filter { $0.hasPrefix("o-6-01-01") }.count == 57)
    #expect(links.links.contains("index.html#outlook") && links.links.contains("outlook-4.html"))
  }

  @Test func englishPageHasEnglishNamesWhereThereAreAny() throws {
    let page = try page("outlook-4.html", .en)
    #expect(page.contains("<h1 lang=\"en\">Service workers</h1>"))
    #expect(page.contains("<span class=\"code\">4-02-05-01</span> <span lang=\"zh-CN\">仓储管理员</span>"))
    #expect(try self.page("index.html", .en).contains("<span lang=\"en\">Production and manufacturing workers</span>"))
  }

  @Test func groupPageLeavesOutWhatHasNoVolume() throws {
    let page = try page("outlook-4.html", .en)
    #expect(page.contains("id=\"o-4-02-05-02\"") && !page.contains("o-4-02-05-03"))
    #expect(page.contains("Grade: Red") && !page.contains("caption-rest"))
  }

  @Test func bulletinWithoutOutlookHasNoTrace() throws {
    for file in try publisher.files(FixtureBulletin.make(), language: .zh) where !file.path.hasSuffix(".zip") {
      #expect(!file.path.contains("outlook") && !file.path.contains("forecast"))
      if file.path.hasSuffix(".html") {
        #expect(!String(decoding: file.bytes, as: UTF8.self).contains("id=\"outlook"))
      }
    }
  }

  @Test func monthsShowEveryThirdChance() throws {
    let origin = try #require(Period("2026M09"))
    let steps = (1...12).map { origin.advanced(by: $0) }
    let outlook = Outlook(origin: origin, steps: steps, regions: [], scores: [])
    let wording = OutlookWording(texts: publisher.templates.texts, language: .zh)
    let rows = OutlookWarningRows(outlook: outlook, groups: [], counties: [], names: [:], wording: wording)
    #expect(rows.periods.map { $0["name"] as? String } == ["12月", "3月", "6月", "9月"])
  }
}
