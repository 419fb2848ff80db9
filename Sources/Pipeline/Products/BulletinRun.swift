import Documents
import Domain
import Foundation
import Logging
import Stages
import Warehouse

/// Makes the bulletin of a period: the forecasts, the figures, the public edition and the one for the bureau.
struct BulletinRun {
  /// Counts that a run tells of, one line each.
  private static let mostExposed = 20

  let edition: BulletinSpec
  let spec: PipelineSpec
  let options: RunOptions
  let place: Workspace
  let templates: TemplateSet
  let key: SigningKey?
  let log: Logger
  let interruption: Interruption

  private var period: Period { options.period ?? edition.period }

  /// What was published.
  ///
  /// - Throws: `PipelineError` TF414 where an edition is to be revised whose hour has not come, TF417 where one whose hour
  ///   has come, or that has none, is to be shown before it, TF415 where one in another language would contradict one that
  ///   is frozen; of the stages.
  func run(_ warehouse: Warehouse) throws -> [PublishedEdition] {
    let hour = edition.releases.hour(of: period)
    let isEarly = hour.map { Clock.releaseHour() < $0 } ?? false
    guard !isEarly || options.revision == nil else {
      throw PipelineError(
        .notYetPublished, .config, at: spec.path, "\(period) 要到 \(hour.map(String.init) ?? "") 才发布, 没有可以修订的",
        remedy: "去掉 --revise")
    }
    guard isEarly || !options.isEmbargoed else {
      throw PipelineError(
        .notEmbargoed, .config, at: spec.path, "\(period) \(hour.map { "已于 \($0) 发布" } ?? "没有发布时刻"), 不能先编未发布的",
        remedy: hour == nil ? "在流程文件的 releases 中写明 \(period) 的发布时刻" : "去掉 --embargoed")
    }
    if options.languages.contains(.en), !edition.isNamedInEnglish {
      throw PipelineError(
        .missingKey, .config, at: spec.path, "英文版要有英文的 title、publisher",
        remedy: "写成 title: {zh: …, en: …}; 或去掉 --lang")
    }
    // What stands in a frozen edition cannot be taken back.
    if let note = options.revision?.note, Redaction.shown(note, limit: note.count) != note {
      throw PipelineError(.personalNote, .data, at: "--note", "说明中有身份证号码或电话", remedy: "说明印在公报上, 不写个人号码")
    }
    let outlook = try forecasts(warehouse)
    let market = try indicators(warehouse, outlook, for: .everybody)
    let declared = try DeclaredRun(
      spec, warehouse, market.period, regions: edition.regions.map(\.code), rules: edition.disclosure,
      dataUntil: market.dataUntil, interruption: interruption)
    let bulletin = market.with(
      try declared.report(for: .everybody, beside: market), templates.texts, datasets: spec.datasets)
    tell(bulletin)
    let publisher = Publisher(
      templates: templates,
      material: try EditionMaterial.read(spec, templates: edition.templates, warehouse, hasTables: true),
      key: key)
    let register = FinalRegister.bulletins(in: place.publish) { [releases = edition.releases] period in
      releases.hour(of: period).map { $0 <= Clock.releaseHour() } ?? false
    }
    try warehouse.queue.read(register.check)
    var standing = standing(hour)
    var editions: [PublishedEdition]
    if let hour, isEarly {
      editions = try embargoed(bulletin, publisher, until: hour)
      standing = .working
    } else {
      editions = try released(bulletin, publisher, standing, warehouse)
      // The bureau's edition is revised with the public one, or after it where a run was killed in between.
      if standing != .working, !isBehind { standing = .frozen }
    }
    try warehouse.queue.write { db in
      try register.enter(db)
      if let outlook { try OutlookStore.save(outlook, db) }
    }
    if let folder = place.internalEditions {
      let internalMarket = try indicators(warehouse, outlook, for: .bureau)
      editions += try publish(
        internalMarket.with(
          declared.report(for: .bureau, beside: internalMarket), templates.texts, datasets: spec.datasets), publisher,
        to: folder, as: standing)
    }
    return editions
  }

  /// True where the bureau's edition has fewer revisions than the public one.
  private var isBehind: Bool {
    guard let folder = place.internalEditions else { return false }
    return options.languages.contains { language in
      let last = Publisher.lastRevision(of: period, language, .bureau, in: folder)
      return last > 0 && last < Publisher.lastRevision(of: period, language, .everybody, in: place.publish)
    }
  }

  private func standing(_ hour: ReleaseHour?) -> Standing {
    if let revision = options.revision { return .revised(revision.reason, note: revision.note) }
    return hour == nil ? .working : .frozen
  }

  /// The edition where nobody but the bureau sees it, if it is asked for.
  private func embargoed(
    _ bulletin: Bulletin, _ publisher: Publisher, until hour: ReleaseHour
  ) throws -> [PublishedEdition] {
    guard options.isEmbargoed else {
      log.warning("\(period) 的公报 \(hour) (北京时间) 才发布, 现在不编公开版; 要先看用 --embargoed, 编在 \(place.embargoed)")
      return []
    }
    var bulletin = bulletin
    bulletin.embargo = hour
    return try publish(bulletin, publisher, to: place.embargoed, as: .working).map { edition in
      var edition = edition
      edition.isEmbargoed = true
      return edition
    }
  }

  private func released(
    _ bulletin: Bulletin, _ publisher: Publisher, _ standing: Standing, _ warehouse: Warehouse
  ) throws -> [PublishedEdition] {
    try refuse(bulletin.protection)
    let missing = options.languages.first {
      Publisher.lastRevision(of: period, $0, .everybody, in: place.publish) == 0
    }
    if standing != .working, let missing, try warehouse.queue.read({ try FigureStore.differs(bulletin, $0) }) {
      let name = missing == .en ? "英文" : "中文"
      throw PipelineError(
        .changedSincePublished, .data, at: "\(place.publish) \(period)", "已发布的公报与现在的数据不同, 不能同时补编\(name)版",
        remedy: "先修订已有的 (--revise, 不写 --lang), 再用 --lang \(missing.rawValue) 编\(name)版")
    }
    let editions = try publish(bulletin, publisher, to: place.publish, as: standing)
    // What was not published tells nobody anything.
    if editions.allSatisfy({ $0.differing == 0 }) {
      try warehouse.queue.write { db in
        try FigureStore.save(bulletin, db)
        try DisclosureStore.save(bulletin.protection, db)
      }
    }
    return editions
  }

  /// - Throws: `PipelineError` TF419 where editions before tell what this one hides, and nobody has said that it may be so.
  private func refuse(_ protection: ProtectionReport) throws {
    let certain = protection.exposed.filter(\.isCertain)
    guard let first = certain.first, !options.acceptsDisclosed else { return }
    throw PipelineError(
      .disclosedEarlier, .data, at: "\(place.publish) \(period)",
      "有 \(certain.count) 个不公布的数, 从公布过的数可以推算出来, 如 \(first.name), 逐个列在上面",
      remedy: "不能挽回的, 报告负责人同意后加 --accept-disclosed 发布; 数据或规则改错了的, 先改回来")
  }

  /// What the rules leave unsaid of titles, what disclosure control did, and what it could not do.
  private func tell(_ bulletin: Bulletin) {
    if bulletin.lacksAccuracy {
      log.warning("\(spec.rules ?? "")/bulletin.yaml 没有 titles 一节: 职业由岗位名称推定的, 不标 [low]; 要标, 照程序自带的补上")
    }
    let protection = bulletin.protection
    log.info("披露控制: \(protection.sensitive) 个数不公布, 另有 \(protection.others) 个为保护它们而不公布")
    let exposed = protection.exposed.sorted { $0.isCertain && !$1.isCertain }
    for count in exposed.prefix(max(BulletinRun.mostExposed, exposed.filter(\.isCertain).count)) {
      log.warning(
        count.isCertain
          ? "\(count.name): 这个不公布的数从公布过的数可以推算出来"
          : "\(count.name): 没有证明这个不公布的数推算不出来, 以前的公报或别的表可能透露它; 请自己相减核对")
    }
  }

  private func forecasts(_ warehouse: Warehouse) throws -> Outlook? {
    guard let rules = edition.outlook else { return nil }
    log.info("预测")
    try interruption.check()
    let builder = OutlookBuilder(book: spec.book, rules: rules, workers: options.workers, interruption: interruption)
    let outlook = try warehouse.queue.read {
      try builder.build($0, origin: period, regions: edition.regions.map(\.code))
    }
    if outlook == nil {
      log.warning("\(period): 没有预测; 预测要按季或按月的时期, 岗位和求职两方的数据, 以及至少三期 (最早一期没有结转, 不用)")
    }
    return outlook
  }

  private func indicators(_ warehouse: Warehouse, _ outlook: Outlook?, for audience: Audience) throws -> Bulletin {
    log.info("计算指标")
    try interruption.check()
    let request = BulletinRequest(
      period: period, title: edition.title, publisher: edition.publisher, regions: edition.regions,
      sourceTitles: Dictionary(uniqueKeysWithValues: spec.inputs.map { ($0.source.id, $0.source.title) }),
      unlisted: spec.datasets.unlisted, rules: edition.rules,
      texts: templates.texts, outlook: outlook, accuracy: try accuracy(),
      protection: (edition.disclosure, audience))
    var bulletin = try warehouse.queue.read { try BulletinBuilder($0, book: spec.book, request: request).build() }
    bulletin.calendar = edition.releases
    return bulletin
  }

  /// How many codes of titles are right; nil where the rules say nothing of it.
  private func accuracy() throws -> TitleAccuracy? {
    try edition.rules.coded.map { limits in
      try TitleAudits(in: TitleTableFolder.path(in: spec.codeLists)).accuracy(in: period, before: limits.right)
    }
  }

  /// The titles of the quarter that an analyst is asked about.
  func audit(_ warehouse: Warehouse) throws -> (path: String, open: Int)? {
    guard let titles = spec.book.titles, let contract = spec.datasets.named(MarketDataset.postings) else { return nil }
    return try warehouse.queue.read { db in
      try TitleAudit.update(
        db, contract, coder: titles, period: period, folder: TitleTableFolder.path(in: spec.codeLists),
        work: place.work)
    }
  }

  private func publish(
    _ bulletin: Bulletin, _ publisher: Publisher, to folder: String, as standing: Standing
  ) throws -> [PublishedEdition] {
    try options.languages.map { language in
      log.info("编制公报 \(bulletin.period)", metadata: ["lang": "\(language.rawValue)"])
      return try publisher.publish(
        bulletin, language: language, to: folder, as: standing, languages: options.languages, check: interruption.check)
    }
  }
}

extension BulletinSpec: Product {
  var templateFolder: String? { templates }

  func plan(_ spec: PipelineSpec, period: Period?) -> [String] {
    let edition = "\(publish)/\(period ?? self.period)"
    return [
      FileManager.default.fileExists(atPath: edition)
        ? "公报  \(edition): 已有, 重新计算, 内容不同才替换" : "公报  \(edition): 尚未发布, 将编制"
    ]
  }

  func make(_ run: ProductRun, _ summary: inout RunSummary) throws {
    let bulletin = try BulletinRun(
      edition: self, spec: run.spec, options: run.options, place: run.place, templates: run.templates(in: templates),
      key: run.key, log: run.log, interruption: run.interruption)
    summary.editions = try bulletin.run(run.warehouse)
    if !run.options.isDryRun { summary.audit = try bulletin.audit(run.warehouse) }
  }
}
