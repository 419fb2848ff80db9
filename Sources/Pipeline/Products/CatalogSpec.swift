import Declarations
import Domain
import Stages

/// What a pipeline file says of the shortage-talent catalog that it publishes.
public struct CatalogSpec: Product {
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

  var templateFolder: String? { templates }

  func plan(_ spec: PipelineSpec, period: Period?) throws -> [String] {
    let period = period ?? self.period
    let drafts = try CatalogPublisher.editions(of: period, in: publish).filter { $0.kind == .draft }
    let answers = try CatalogPublisher.answers(of: period, in: publish)
    let opinions = answers.reduce(0) { $0 + $1.opinions.count }
    guard let last = drafts.max(by: { $0.number < $1.number }) else {
      return ["目录  \(publish)/\(period): 尚无草案, 将编第 1 稿"]
    }
    return ["目录  \(publish)/\(period)/\(last.folder): 已有, 意见 \(opinions) 条, 内容不同就编下一稿"]
  }

  /// Answers that a run tells of, one line each.
  private static let mostProblems = 20

  func make(_ run: ProductRun, _ summary: inout RunSummary) throws {
    run.log.info("编制紧缺人才目录")
    try run.interruption.check()
    let material = try EditionMaterial.read(run.spec, templates: templates, run.warehouse)
    let outcome = try CatalogRun(
      spec: self, book: run.spec.book, homeRegion: run.spec.homeRegion, options: run.options,
      interruption: run.interruption, root: run.place.catalogs, internalRoot: run.place.internalCatalogs,
      material: material, key: run.key
    ).run(run.warehouse)
    summary.catalogs = outcome.editions
    for problem in outcome.problems.prefix(CatalogSpec.mostProblems) {
      run.log.warning("\(problem.place): \(problem.message)。\(problem.remedy)")
    }
    let more = outcome.problems.count - CatalogSpec.mostProblems
    if more > 0 { run.log.warning("另有 \(more) 条意见没有采用, 都列在 \(outcome.editions[0].path) 的专家审议一节") }
  }
}
