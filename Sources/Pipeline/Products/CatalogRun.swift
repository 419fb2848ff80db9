import Documents
import Domain
import Stages
import Warehouse

/// Makes the next draft or final edition of the catalog: the index, the forecasts, the experts' answers, the pages.
struct CatalogRun {
  let spec: CatalogSpec
  let book: CodeBook
  let homeRegion: String
  let templates: TemplateSet
  let options: RunOptions
  let interruption: Interruption
  /// Folder of the final editions.
  let root: String
  /// Folder of the drafts.
  let drafts: String
  /// Folder of the final editions for the bureau; nil where none are wanted.
  let internalRoot: String?
  let material: Provenance.Material
  let key: SigningKey?

  private var period: Period { options.period ?? spec.period }
  private var kind: CatalogEdition.Kind { options.isFinal ? .final : .draft }

  /// What was published, and the answers that were not taken.
  struct Outcome {
    /// The edition, and with a final one that of the bureau.
    let editions: [PublishedEdition]
    let problems: [OpinionProblem]
  }

  /// - Throws: `PipelineError` TF410 where the data end before the period, TF411 where a final edition has answers that
  ///   were not taken; where a frozen edition is gone; of the stages.
  func run(_ warehouse: Warehouse) throws -> Outcome {
    guard period.unit == .half else {
      throw PipelineError(.catalogPeriod, .config, at: "\(period)", "目录按半年编制", remedy: "用 --period 2026H2 这样的时期")
    }
    try CatalogPublisher.refuseDrafts(in: root, drafts: drafts)
    let finals = FinalRegister.catalogs(in: root)
    try warehouse.queue.write { db in
      try finals.check(db)
      try finals.enter(db)
    }
    let span = try warehouse.queue.read { try CatalogSpan($0, period: period) }
    let report = try index(warehouse, span.last)
    let forecasts = try forecasts(warehouse, span.last)
    let register = try warehouse.queue.read(ExpertRegister.init)
    let answers = try CatalogPublisher.answers(of: period, in: drafts)
    let builder = try CatalogBuilder(
      industries: spec.industries, rules: spec.rules, book: book,
      texts: templates.texts, title: spec.title, publisher: spec.publisher)
    var problems: [OpinionProblem] = []
    let publisher = CatalogPublisher(
      templates: templates, rules: spec.rules, material: material, key: key)
    let protection = try kind == .final ? protection(warehouse, report) : nil
    var built: Catalog?
    func make(_ edition: CatalogEdition) throws -> Catalog {
      let material = CatalogBuilder.Material(
        report: report, forecasts: forecasts, register: register, answers: answers, previous: try previous(edition),
        dataUntil: span.dataUntil, today: Clock.today())
      let catalog = builder.build(material, as: edition)
      problems = catalog.problems
      if edition.kind == .final, let first = problems.first {
        let others = problems.count > 1 ? " (另有 \(problems.count - 1) 处)" : ""
        throw PipelineError(
          .openReview, .data, at: "\(drafts)/\(period)/\(first.place)", "\(first.message)\(others)",
          remedy: "\(first.remedy); 意见都采用之后才能定稿")
      }
      built = catalog
      guard let protection else { return catalog }
      return catalog.protected(for: .everybody, protection.sights(spec.disclosure, for: .everybody))
    }
    let edition =
      kind == .draft
      ? try publisher.write(draft: period, to: drafts, check: interruption.check, make: make)
      : try publisher.publish(final: period, to: root, today: Clock.today(), check: interruption.check, make: make)
    try warehouse.queue.write { try finals.enter($0) }
    guard let built, let protection, let internalRoot else { return Outcome(editions: [edition], problems: problems) }
    let own = try publisher.publish(
      internal: built.protected(for: .bureau, protection.sights(spec.disclosure, for: .bureau)), to: internalRoot,
      check: interruption.check)
    return Outcome(editions: [edition, own], problems: problems)
  }

  private func protection(_ warehouse: Warehouse, _ report: ShortageReport) throws -> CatalogProtection {
    try interruption.check()
    return try warehouse.queue.read { try CatalogProtection($0, report: report, region: homeRegion) }
  }

  /// A draft is held against the newest final edition, a final one against the one before it.
  private func previous(_ edition: CatalogEdition) throws -> PreviousCatalog? {
    guard edition.kind == .final else { return try PreviousCatalog.find(in: root, before: period, number: Int.max) }
    return try PreviousCatalog.find(in: root, before: period, number: edition.number)?.told
  }

  private func index(_ warehouse: Warehouse, _ last: Period) throws -> ShortageReport {
    try interruption.check()
    let report = try warehouse.queue.read {
      try ShortageBuilder($0, book: book, rules: spec.rules, region: homeRegion).build(last)
    }
    try warehouse.queue.write { try ShortageStore.save(report, region: homeRegion, $0) }
    return report
  }

  /// Those that are stored of the same data, else new ones, which are stored; nil where there is too little history.
  private func forecasts(_ warehouse: Warehouse, _ origin: Period) throws -> CatalogForecasts? {
    func stored(_ db: Database) throws -> CatalogForecasts? {
      try CatalogForecasts(db, origin: origin, region: homeRegion)
    }
    if let known = try warehouse.queue.read(stored) { return known }
    try interruption.check()
    let builder = OutlookBuilder(
      book: book, rules: spec.outlook, workers: options.workers, interruption: interruption)
    guard let outlook = try warehouse.queue.read({ try builder.build($0, origin: origin, regions: [homeRegion]) })
    else {
      return nil
    }
    return try warehouse.queue.write { db in
      try OutlookStore.save(outlook, db)
      return try stored(db)
    }
  }
}

extension CatalogSpec: Product {
  var templateFolder: String? { templates }

  func plan(_ spec: PipelineSpec, period: Period?) throws -> [String] {
    let period = period ?? self.period
    try CatalogPublisher.refuseDrafts(in: publish, drafts: spec.work)
    let drafts = try CatalogPublisher.editions(of: period, in: spec.work)
    let answers = try CatalogPublisher.answers(of: period, in: spec.work)
    let opinions = answers.reduce(0) { $0 + $1.opinions.count }
    guard let last = drafts.max(by: { $0.number < $1.number }) else {
      return ["目录  \(spec.work)/\(period): 尚无草案, 将编第 1 稿"]
    }
    return ["目录  \(spec.work)/\(period)/\(last.folder): 已有, 意见 \(opinions) 条, 内容不同就编下一稿"]
  }

  /// Answers that a run tells of, one line each.
  private static let mostProblems = 20

  func make(_ run: ProductRun, _ summary: inout RunSummary) throws {
    run.log.info("编制紧缺人才目录")
    try run.interruption.check()
    let material = try EditionMaterial.read(run.spec, templates: templates, run.warehouse)
    let outcome = try CatalogRun(
      spec: self, book: run.spec.book, homeRegion: run.spec.homeRegion, templates: run.templates(in: templates),
      options: run.options,
      interruption: run.interruption, root: run.place.catalogs, drafts: run.place.work,
      internalRoot: run.place.internalCatalogs,
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
