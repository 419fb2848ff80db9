import Documents
import Domain
import Foundation
import Logging
import Stages
import Warehouse

/// Runs a pipeline: the one place that says what happens in which order.
public struct PipelineRun {
  /// That of the program, as editions name it.
  public static let version = ProgramVersion.current

  private let spec: PipelineSpec
  private let options: RunOptions
  private let log: Logger
  private let progress: Progress
  private let interruption: Interruption

  /// - Parameter interruption: polled; the run ends soon after it is requested.
  public init(
    _ spec: PipelineSpec, options: RunOptions, log: Logger, showsProgress: Bool,
    interruption: Interruption = Interruption()
  ) {
    self.spec = spec
    self.options = options
    self.log = log
    self.interruption = interruption
    progress = Progress(isShown: showsProgress)
  }

  /// Takes what is new, computes the figures and publishes the editions.
  ///
  /// A file that cannot be taken does not keep the others from being taken, but nothing is published then.
  ///
  /// - Throws: `RunFailure` with everything that went wrong.
  public func run() throws(RunFailure) -> RunSummary {
    var summary = RunSummary()
    interruption.begin()
    do {
      try interruption.check()
      try Clock.check()
      let material = try Material(templates: spec.templates(), key: options.signingKey.map(SigningKeyFile.load))
      let place = try Workspace(spec, isDryRun: options.isDryRun)
      defer { place.clean() }
      let lock = try RunLock(warehouse: place.warehouse, work: place.work)
      defer { withExtendedLifetime(lock) {} }
      try run(place, material, &summary)
    } catch {
      throw RunFailure(errors: errors(error), summary: summary)
    }
    return summary
  }

  /// What is read before the work, so that what is wrong with it is told before it.
  private struct Material {
    let templates: [String: TemplateSet]
    let key: SigningKey?
  }

  private func run(_ place: Workspace, _ material: Material, _ summary: inout RunSummary) throws {
    let warehouse = try place.openWarehouse { log.warning("\($0)") }
    interruption.setBreakOff { warehouse.queue.interrupt() }
    defer { interruption.setBreakOff(nil) }
    try FileIngest.settle(work: place.work, warehouse)
    let run = try start(warehouse)
    do {
      try stages(warehouse, in: place, material, run: run, &summary)
      if !options.isDryRun { try tidy(warehouse, place, &summary) }
      try end(warehouse, run, "完成")
    } catch {
      let first = errors(error)[0]
      // Where even this cannot be written, the error itself says why.
      try? end(warehouse, run, "\(interruption.error == nil ? "失败" : DeadRuns.outcome): \(first)")
      throw error
    }
  }

  /// What to tell of `error`; once a signal came, whatever went wrong is its doing.
  private func errors(_ error: any Error) -> [PipelineError] {
    guard let interrupted = interruption.error else { return Failure.errors(error, at: spec.warehouse) }
    interruption.heed()
    return [interrupted]
  }

  private func start(_ warehouse: Warehouse) throws -> Int {
    let (run, dead) = try warehouse.queue.write { db in
      let dead = try DeadRuns.close(db)
      return (try Ledger.startRun(db, pipeline: spec.id, at: Clock.now()), dead)
    }
    for start in dead { log.warning("\(start) 开始的运行中断了, 没有丢失数据, 现在接着做") }
    return run
  }

  private func stages(
    _ warehouse: Warehouse, in place: Workspace, _ material: Material, run: Int, _ summary: inout RunSummary
  ) throws {
    guard options.revision == nil || spec.bulletin != nil else {
      throw PipelineError(
        .noBulletin, .config, at: spec.path, "流程不编公报, 没有可以修订的", remedy: "去掉 --revise; 目录定稿后要改, 就另编一版 (--final)")
    }
    guard !options.isFinal || spec.catalog != nil else {
      throw PipelineError(
        .finalWithoutCatalog, .config, at: spec.path, "流程不编目录, 不能定稿", remedy: "去掉 --final, 或换成有 catalog 一项的流程文件")
    }
    let crossTables = try CrossTables(spec.crossTables, spec.datasets, book: spec.book)
    let refused = try ingest(into: warehouse, in: place, run: run, crossTables, &summary)
    if !options.isDryRun {
      summary.waiting = try warehouse.queue.read {
        try ReviewLists.update($0, sources: spec.inputs.map(\.source), book: spec.book, work: place.work)
      }.map { (ReviewList.path($0.field, in: place.work), $0.open) }
      summary.waiting += try titlesToReview(warehouse, place)
    }
    let made = ProductRun(
      spec: spec, options: options, place: place, templates: material.templates, warehouse: warehouse,
      crossTables: crossTables, run: run, key: material.key, log: log, interruption: interruption, refused: refused)
    for product in spec.products where refused.isEmpty || product.isMadeRegardless {
      try product.make(made, &summary)
    }
    if material.key != nil, refused.isEmpty { tellUnsigned(summary) }
    guard refused.isEmpty else { throw RunFailure(errors: refused, summary: summary) }
  }

  /// What was published for good stays as it is, without a signature where it had none.
  private func tellUnsigned(_ summary: RunSummary) {
    for edition in summary.editions + summary.catalogs where edition.isUnchanged && !edition.isSigned {
      log.warning("\(edition.path): 此前已定稿, 没有补签; 要签名的, 第一次发布时就写 --sign")
    }
  }

  /// What is kept no longer; where it cannot be removed, the run was nevertheless what it was.
  private func tidy(_ warehouse: Warehouse, _ place: Workspace, _ summary: inout RunSummary) throws {
    let retention = Retention(spec: spec, warehouse: warehouse, work: place.work, interruption: interruption)
    do { try retention.run(&summary.removed) } catch {
      try interruption.check()
      log.warning("没有全部按规定删去: \(Failure.error(error, at: place.work))")
    }
  }

  private func ingest(
    into warehouse: Warehouse, in place: Workspace, run: Int, _ crossTables: CrossTables, _ summary: inout RunSummary
  ) throws -> [PipelineError] {
    let vintage = try warehouse.queue.read(Ledger.vintage)
    try KeyRotation.settle(place.work, warehouse)
    let pseudonym = try PseudonymKey.load(folder: place.work, mayCreate: vintage == 0)
    try PseudonymKey.check(pseudonym, warehouse)
    let recount = try warehouse.queue.write { try CubeRecount($0, spec.datasets, homeRegion: spec.homeRegion).run() }
    if recount.isOtherProvince {
      log.warning("流程的 home_region 换了省份, 供求累计表已按 \(spec.homeRegion) 从明细重新计数")
    } else if !recount.axes.isEmpty, vintage > 0 {
      log.info("供求累计表的 \(recount.axes.joined(separator: "、")) 是新的或定义有变, 已从明细重新计数")
    }
    for id in try warehouse.queue.write({ try CrossRecount($0, crossTables).run() }) where vintage > 0 {
      log.info("交叉表 \(id) 是新的或定义有变, 已从明细重新计数")
    }
    summary.recoded = try recode(warehouse, crossTables)
    let taking = FileIngest(
      spec: spec, warehouse: warehouse, work: place.work, pseudonym: pseudonym, run: run, workers: options.workers,
      crossTables: crossTables, acceptsWithdrawals: options.acceptsWithdrawals, progress: progress,
      interruption: interruption)
    return try Ingestion(spec: spec, warehouse: warehouse, taking: taking, again: options.again, log: log).run(&summary)
  }

  /// The list of titles that people should look at.
  private func titlesToReview(_ warehouse: Warehouse, _ place: Workspace) throws -> [(path: String, open: Int)] {
    guard let titles = spec.book.titles, let contract = spec.datasets.named(MarketDataset.postings) else { return [] }
    let open = try warehouse.queue.read {
      try TitleReview.update($0, contract, coder: titles, work: place.work)
    }
    return open == 0 ? [] : [(TitleReview.path(in: place.work), open)]
  }

  /// Codes stored titles by tables that have changed.
  private func recode(_ warehouse: Warehouse, _ crossTables: CrossTables) throws -> Int {
    guard let titles = spec.book.titles else {
      if spec.inputs.contains(where: { $0.source.contract.codesTitles && $0.source.codesTitles }) {
        log.warning("\(spec.codeLists)/titles: 没有岗位名称编码用的词表, 没有职业代码的算未分类; 要编码, 把程序自带的 Pipelines/codelists/titles 复制过来")
      }
      return 0
    }
    let uncoded = spec.inputs.filter { !$0.source.codesTitles }.map(\.source.id)
    return try warehouse.queue.write { db in
      try spec.datasets.contracts.reduce(0) { sum, contract in
        let recode = TitleRecode(
          db, contract, coder: titles, homeRegion: spec.homeRegion, crossTables: crossTables)
        return sum + (try recode?.run(except: uncoded) ?? 0)
      }
    }
  }

  private func end(_ warehouse: Warehouse, _ run: Int, _ outcome: String) throws {
    try warehouse.queue.write { try Ledger.endRun($0, run: run, outcome: outcome, at: Clock.now()) }
  }
}
