import ArgumentParser
import Foundation
import Logging
import Pipeline

/// `talentflow run`
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "运行流程: 收取新文件, 计算指标, 发布公报。",
    discussion: """
      已收过的文件不再收取; 没有新内容时什么都不改。一个文件有误不影响其他文件收取, 但不发布公报。

      例: talentflow run Pipelines/quarterly-bulletin.yaml --period 2026Q3
      例: talentflow run Pipelines/shortage-catalog.yaml --period 2026H2 --final
      例: talentflow run Pipelines/quarterly-bulletin.yaml --revise --reason error --note "港口区漏收一批岗位"
      """)

  @Argument(help: "流程文件 (YAML)。", completion: .file(extensions: ["yaml"]))
  var pipeline: String

  @Option(help: "时期: 2026Q3、2026M09、2026H1 或 2025; 缺省用流程文件中的。")
  var period: String?

  @Option(help: "仓库文件; 缺省用流程文件中的。")
  var warehouse: String?

  @Option(help: "公报语言: zh、en 或 both。")
  var lang: EditionLanguage = .zh

  @Option(help: "解码线程数; 结果与线程数无关。")
  var workers: Int?

  @Option(help: "来源文件或代码表改过之后, 把这个来源的文件全部重收; 可写多次。")
  var again: [String] = []

  @Flag(help: "全部照做, 但在临时文件夹中, 最后丢弃。")
  var dryRun = false

  @Flag(help: "紧缺人才目录定稿: 编成有版号和日期的正式版, 以后不再改动。")
  var final = false

  @Flag(help: "修订: 已发布的公报与现在的数据不同时, 编成下一版 (2026Q3-r2), 与原版并存; 要写 --reason 和 --note。")
  var revise = false

  @Option(help: "修订的原因: scheduled (例行修订)、method (方法调整) 或 error (更正错误)。")
  var reason: RevisionReason?

  @Option(help: "修订说明, 一句话, 印在修订版上。")
  var note: String?

  @Flag(help: "还没到流程文件 releases 中的发布时刻, 先编一份本局自己看的 (不发布)。")
  var embargoed = false

  @Flag(help: "以前公布的数已经能推算出某些不公布的数 (TF419), 仍然发布。")
  var acceptDisclosed = false

  @Flag(help: "来源写明 delivery: full 的文件, 比上次少了五分之一以上的行 (TF221), 仍然收取并撤回这些行。")
  var acceptWithdrawals = false

  @Option(help: "用这个私钥给公报和目录的校验和签名 (见 talentflow key signing)。", completion: .file())
  var sign: String?

  @Flag(help: "做完在浏览器中打开公报 (或目录) 的首页。")
  var open = false

  @OptionGroup var reports: RunReports
  @OptionGroup var verbosity: Verbosity

  func validate() throws {
    if dryRun, open { throw ValidationError("--dry-run 不编公报, 不能与 --open 同用。") }
    if dryRun, !reports.isEmpty { throw ValidationError("--dry-run 不写文件, 不发邮件, 不能与 --metrics、--mail-to 同用。") }
    if let workers, !(1...64).contains(workers) { throw ValidationError("--workers 应在 1 到 64 之间。") }
    _ = try PeriodOption.parse(period)
    guard revise || (reason == nil && note == nil) else { throw ValidationError("--reason 和 --note 要与 --revise 一起用。") }
    guard !revise || reason != nil else { throw ValidationError("--revise 要写原因: --reason scheduled|method|error。") }
    let note = note?.trimmingCharacters(in: .whitespaces) ?? ""
    guard !revise || (1...200).contains(note.count) && !note.contains(where: \.isNewline) else {
      throw ValidationError("--revise 要写说明: --note \"一句话\" (不超过 200 字, 不换行)。")
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
