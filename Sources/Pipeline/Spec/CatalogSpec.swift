import Declarations
import Domain
import Stages

/// What a pipeline file says of the shortage-talent catalog that it publishes.
public struct CatalogSpec: Sendable {
  public let title: String
  public let publisher: String
  /// A half-year.
  public let period: Period
  public let rules: ShortageRules
  public let industries: KeyIndustries
  /// Rules of the warnings.
  public let outlook: OutlookRules
  public let templates: String
  /// Folder of the editions.
  public let publish: String
  /// Folder of the final editions for the bureau itself; nil where none are wanted.
  public let internalEditions: String?
  /// What must not be shown in final editions.
  public let disclosure: DisclosureRules

  static let key = "catalog"
  static let keys = [key]

  /// Nil where the file has no `catalog`.
  ///
  /// - Throws: `PipelineError` that names file, line and column of what is wrong or missing.
  init?(_ source: PipelineFile) throws {
    let (map, book, file) = (source.map, source.book, source.file)
    guard map.node(CatalogSpec.key) != nil else { return nil }
    let own = try map.map(CatalogSpec.key, keys: ["title", "publisher", "period", "templates", "publish", "internal"])
    title = try own.text("title")
    publisher = try own.text("publisher")
    let text = try own.text("period")
    guard let period = Period(text), period.unit == .half else {
      throw own.bad("period", "目录的 period 应为半年, 而不是 \(text)", "写成 2026H2")
    }
    self.period = period
    let folder = file(try map.text("rules"))
    rules = try ShortageRulesFile.read(folder, book: book)
    industries = try KeyIndustriesFile.read(folder, book: book)
    outlook = try ForecastRules.read(folder)
    templates = file(try own.text("templates"))
    publish = file(try own.text("publish"))
    internalEditions = try own.optionalText("internal").map(file)
    disclosure = try DisclosureRulesFile.read(folder)
  }
}
