import Declarations
import Domain
import Foundation

/// What a pipeline file says of the bulletin that it publishes.
public struct BulletinSpec: Sendable {
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

  /// Whether it has the English names that no code list gives.
  var isNamedInEnglish: Bool { !title.en.isEmpty && !publisher.en.isEmpty }

  static let keys = [
    "title", "publisher", "period", "regions", "rules", "forecast", "templates", "publish", "internal", ReleaseList.key,
  ]

  /// Nil where the file has none of the keys; rules alone make no bulletin.
  ///
  /// - Throws: `PipelineError` that names file, line and column of what is wrong or missing.
  init?(_ source: PipelineFile) throws {
    let (map, path, file) = (source.map, source.path, source.file)
    guard BulletinSpec.keys.contains(where: { $0 != "rules" && map.node($0) != nil }) else { return nil }
    /// English is needed by an English edition alone, which asks for it.
    func label(_ key: String) throws -> Label {
      if case .scalar? = map.node(key) { return Label(zh: try map.text(key), en: "") }
      let names = try map.map(key, keys: ["zh", "en"])
      return Label(zh: try names.text("zh"), en: try names.optionalText("en") ?? "")
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
      return (try region.text("code"), Label(zh: "", en: try region.optionalText("en") ?? ""))
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
        .noBulletinTables, .noInput, at: path, "没有公报各表的文件夹 tables, 或其中没有公报的表",
        remedy: "在流程文件中写 tables: 文件夹, 或把程序自带的 Pipelines/tables 复制到代码表文件夹旁")
    }
    guard !regions.isEmpty else { throw map.bad("regions", "regions 是空的", "先列市, 再列各县(市、区)") }
  }
}
