import Declarations
import Domain
import Foundation

/// What a pipeline file says of the bulletin that it publishes.
public struct BulletinSpec: Product {
  public let title: Label
  public let publisher: Label
  public let period: Period
  public let regions: [(code: String, name: Label)]
  public let rules: BulletinRules
  public let templates: String
  /// Folder of the editions.
  public let publish: String
  /// Folder of the editions for the bureau itself; nil where none are wanted.
  public let internalEditions: String?
  /// Rules of the forecasts; nil where the bulletin is to have none.
  public let outlook: OutlookRules?

  /// When its editions come out.
  public let releases: ReleaseCalendar

  /// What must not be shown.
  public let disclosure: DisclosureRules

  static let keys = [
    "title", "publisher", "period", "regions", "rules", "forecast", "templates", "publish", "internal", ReleaseList.key,
  ]

  /// Nil where the file has none of the keys; rules alone make no bulletin.
  ///
  /// - Throws: `PipelineError` that names file, line and column of what is wrong or missing.
  init?(_ source: PipelineFile) throws {
    let (map, path, file) = (source.map, source.path, source.file)
    guard BulletinSpec.keys.contains(where: { $0 != "rules" && map.node($0) != nil }) else { return nil }
    func label(_ key: String) throws -> Label {
      let names = try map.map(key, keys: ["zh", "en"])
      return Label(zh: try names.text("zh"), en: try names.text("en"))
    }
    title = try label("title")
    publisher = try label("publisher")
    let text = try map.text("period")
    guard let period = Period(text) else {
      throw map.bad("period", "period \(text) 无法识别", "写成 2026Q3、2026M09、2026H2 或 2026")
    }
    self.period = period
    regions = try map.list("regions").map { node in
      let region = try YAMLMap(node, path: path, keys: ["code", "en"])
      return (try region.text("code"), Label(zh: "", en: try region.text("en")))
    }
    rules = try RulesFolder.read(file(try map.text("rules")), tables: source.market)
    disclosure = try DisclosureRulesFile.read(file(try map.text("rules")))
    outlook = try map.optionalFlag("forecast") ? ForecastRules.read(file(try map.text("rules"))) : nil
    templates = file(try map.text("templates"))
    publish = file(try map.text("publish"))
    releases = try ReleaseList.read(map, path: path)
    internalEditions = try map.optionalText("internal").map(file)
    guard !source.market.isEmpty else {
      throw PipelineError(
        773, .noInput, at: path, "没有公报各表的文件夹 tables, 或其中没有公报的表",
        remedy: "在流程文件中写 tables: 文件夹, 或把程序自带的 Pipelines/tables 复制到代码表文件夹旁")
    }
    guard !regions.isEmpty else { throw map.bad("regions", "regions 是空的", "先列市, 再列各县(市、区)") }
  }

  var templateFolder: String? { templates }

  func plan(_ spec: PipelineSpec, period: Period?) -> [String] {
    let edition = "\(publish)/\(period ?? self.period)"
    return [
      FileManager.default.fileExists(atPath: edition)
        ? "公报  \(edition): 已有, 重新计算, 内容不同才替换" : "公报  \(edition): 尚未发布, 将编制"
    ]
  }

  func make(_ run: ProductRun, _ summary: inout RunSummary) throws {
    summary.editions = try BulletinRun(
      edition: self, spec: run.spec, options: run.options, place: run.place, key: run.key, log: run.log,
      interruption: run.interruption
    ).run(run.warehouse)
  }
}
