import ArgumentParser
import Foundation
import Logging
import Pipeline

/// `talentflow run`
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: told(
      "运行流程: 收取新文件, 计算指标, 发布公报。", "Run a pipeline: take new files, compute the figures, publish the bulletin."),
    discussion: told(
      """
      已收过的文件不再收取; 没有新内容时什么都不改。一个文件有误不影响其他文件收取, 但不发布公报。

      \(example) talentflow run Pipelines/quarterly-bulletin.yaml --period 2026Q3
      \(example) talentflow run Pipelines/shortage-catalog.yaml --period 2026H2 --final
      \(example) talentflow run Pipelines/quarterly-bulletin.yaml --revise --reason error --note "港口区漏收一批岗位"
      """,
      """
      Files that were taken are not taken again; where nothing is new, nothing changes. A wrong file does not keep others from being taken, but no bulletin is published.

      \(example) talentflow run Pipelines/quarterly-bulletin.yaml --period 2026Q3
      \(example) talentflow run Pipelines/shortage-catalog.yaml --period 2026H2 --final
      \(example) talentflow run Pipelines/quarterly-bulletin.yaml --revise --reason error --note "Postings of one county had been left out"
      """))

  @Argument(help: told("流程文件 (YAML)。", "The pipeline file (YAML)."), completion: .file(extensions: ["yaml"]))
  var pipeline: String

  @Option(
    help: told(
      "时期: 2026Q3、2026M09、2026H1 或 2025; 缺省用流程文件中的。",
      "The period: 2026Q3, 2026M09, 2026H1 or 2025; by default that of the pipeline file."))
  var period: String?

  @Option(help: told("仓库文件; 缺省用流程文件中的。", "The warehouse file; by default that of the pipeline file."))
  var warehouse: String?

  @Option(help: told("公报语言: zh、en 或 both。", "Languages of the bulletin: zh, en or both."))
  var lang: EditionLanguage = .zh

  @Option(help: told("解码线程数; 结果与线程数无关。", "Threads that decode; the outcome does not depend on them."))
  var workers: Int?

  @Option(
    help: told(
      "来源文件或代码表改过之后, 把这个来源的文件全部重收; 可写多次。",
      "Take all files of this source again, after its source file or a code list has changed; may be repeated."))
  var again: [String] = []

  @Flag(help: told("全部照做, 但在临时文件夹中, 最后丢弃。", "Do everything, but in a temporary folder that is thrown away."))
  var dryRun = false

  @Flag(
    help: told(
      "紧缺人才目录定稿: 编成有版号和日期的正式版, 以后不再改动。",
      "Make the catalog of scarce occupations final: an edition with number and date that is never changed."))
  var final = false

  @Flag(
    help: told(
      "修订: 已发布的公报与现在的数据不同时, 编成下一版 (2026Q3-r2), 与原版并存; 要写 --reason 和 --note。",
      "Revise: where a published bulletin differs from the present data, make the next edition (2026Q3-r2) beside it; needs --reason and --note."
    ))
  var revise = false

  @Option(
    help: told(
      "修订的原因: scheduled (例行修订)、method (方法调整) 或 error (更正错误)。",
      "Why it is revised: scheduled, method (a change of method) or error (a correction)."))
  var reason: RevisionReason?

  @Option(help: told("修订说明, 一句话, 印在修订版上。", "One sentence on the revision, printed in the revised edition."))
  var note: String?

  @Flag(
    help: told(
      "还没到流程文件 releases 中的发布时刻, 先编一份本局自己看的 (不发布)。",
      "Before the time of release in the pipeline file: make an edition for the bureau alone, and publish nothing."))
  var embargoed = false

  @Flag(
    help: told(
      "以前公布的数已经能推算出某些不公布的数 (TF419), 仍然发布。",
      "Publish although figures published before give away some that are not published (TF419)."))
  var acceptDisclosed = false

  @Flag(
    help: told(
      "来源写明 delivery: full 的文件, 比上次少了五分之一以上的行 (TF221), 仍然收取并撤回这些行。",
      "Take a file of a source with delivery: full although more than a fifth of its rows is missing (TF221), and withdraw these rows."
    ))
  var acceptWithdrawals = false

  @Option(
    help: told(
      "用这个私钥给公报和目录的校验和签名 (见 talentflow key signing)。",
      "Sign the checksums of bulletins and catalogs with this private key (see talentflow key signing)."),
    completion: .file())
  var sign: String?

  @Flag(help: told("做完在浏览器中打开公报 (或目录) 的首页。", "Open the first page of the bulletin (or catalog) in a browser."))
  var open = false

  @OptionGroup var reports: RunReports
  @OptionGroup var verbosity: Verbosity

  func validate() throws {
    if dryRun, open {
      throw ValidationError(
        told("--dry-run 不编公报, 不能与 --open 同用。", "--dry-run makes no bulletin and cannot go with --open."))
    }
    if dryRun, !reports.isEmpty {
      throw ValidationError(
        told(
          "--dry-run 不写文件, 不发邮件, 不能与 --metrics、--mail-to 同用。",
          "--dry-run writes no file and sends no mail; it cannot go with --metrics or --mail-to."))
    }
    if let workers, !(1...64).contains(workers) {
      throw ValidationError(told("--workers 应在 1 到 64 之间。", "--workers should be between 1 and 64."))
    }
    _ = try PeriodOption.parse(period)
    guard revise || (reason == nil && note == nil) else {
      throw ValidationError(told("--reason 和 --note 要与 --revise 一起用。", "--reason and --note are for --revise."))
    }
    guard !revise || reason != nil else {
      throw ValidationError(
        told(
          "--revise 要写原因: --reason scheduled|method|error。", "--revise needs a reason: --reason scheduled|method|error."
        ))
    }
    let note = note?.trimmingCharacters(in: .whitespaces) ?? ""
    guard !revise || (1...200).contains(note.count) && !note.contains(where: \.isNewline) else {
      throw ValidationError(
        told(
          "--revise 要写说明: --note \"一句话\" (不超过 200 字, 不换行)。",
          "--revise needs a note: --note \"one sentence\" (at most 200 characters, on one line)."))
    }
  }

  func run() throws {
    var options = RunOptions(languages: lang.languages, again: again, isDryRun: dryRun, isFinal: final)
    options.period = try PeriodOption.parse(period)
    options.signingKey = sign
    options.isEmbargoed = embargoed
    options.acceptsDisclosed = acceptDisclosed
    options.acceptsWithdrawals = acceptWithdrawals
    if let reason, let note, revise { options.revision = (reason, note.trimmingCharacters(in: .whitespaces)) }
    if let workers { options.workers = workers }
    let log = verbosity.logger()
    let interruption = RunInterruption()
    SignalWatch.start(interruption, log: log)
    var record = RunRecord(file: pipeline)
    defer {
      if verbosity.logsEverything { log.notice("运行结束", metadata: record.metadata) }
      reports.send(record, log)
    }
    try Outcome.report(log) {
      do { record.succeed(try work(options, &record, log, interruption)) } catch {
        record.fail(error)
        throw error
      }
    }
  }

  private func work(
    _ options: RunOptions, _ record: inout RunRecord, _ log: Logger, _ interruption: RunInterruption
  ) throws -> RunSummary {
    var spec = try PipelineSpec(file: pipeline, warehouse: warehouse)
    if !dryRun, try spec.takeTitleAnswers() { spec = try PipelineSpec(file: pipeline, warehouse: warehouse) }
    record.name(spec)
    let run = PipelineRun(
      spec, options: options, log: log, showsProgress: verbosity.showsProgress, interruption: interruption)
    do {
      let summary = try run.run()
      say(summary.lines(isDryRun: dryRun), log)
      show(summary, log)
      return summary
    } catch let failure as RunFailure {
      if interruption.error != nil {
        // Where the watch has told the end already, it is about to end the process too.
        if !interruption.claimReport() { sleep(1) }
        throw failure
      }
      say(failure.summary.lines(isDryRun: dryRun) + ["有错误, 本次不发布; 已收的文件保留, 改正后再运行即可。"], log)
      throw failure
    }
  }

  /// Shows people at a terminal what came out; schedulers want none of it.
  private func show(_ summary: RunSummary, _ log: Logger) {
    if !dryRun, !verbosity.logsEverything, isatty(STDOUT_FILENO) == 1 { say(summary.glance, log) }
    guard open else { return }
    guard let page = summary.page else { return say(["没有编成公报或目录, 没有可以打开的网页。"], log) }
    if let problem = PageOpener.open(page) { log.warning("\(problem)") }
  }

  private func say(_ lines: [String], _ log: Logger) {
    guard !verbosity.quiet else { return }
    for line in lines {
      if verbosity.logsEverything { log.notice("\(line)") } else { print(line) }
    }
  }
}
