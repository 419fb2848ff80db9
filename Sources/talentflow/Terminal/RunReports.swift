import ArgumentParser
import Logging
import Pipeline

/// Whom to tell what came of a run, beside the screen. What goes wrong with it is a warning: the run was what it was.
struct RunReports: ParsableArguments {
  @Option(
    help: told(
      "运行结果另写成 Prometheus 文本文件 (node_exporter 的 textfile), 失败时也写。",
      "Also write the outcome as a Prometheus text file (for the textfile collector of node_exporter), after a failure too."
    ), completion: .file())
  var metrics: String?

  @Option(help: told("运行结果另发邮件, 交给 sendmail; 可写多次。", "Also mail the outcome, through sendmail; may be repeated."))
  var mailTo: [String] = []

  var isEmpty: Bool { metrics == nil && mailTo.isEmpty }

  func validate() throws {
    if let wrong = mailTo.first(where: { !RunMail.isAddress($0) }) {
      throw ValidationError(
        told("--mail-to \(wrong.debugDescription) 不是邮件地址。", "--mail-to \(wrong.debugDescription) is no mail address."))
    }
  }

  func send(_ record: RunRecord, _ log: Logger) {
    if let metrics {
      do { try RunMetrics(record).write(to: metrics) } catch {
        log.warning("指标没有写成: \(Failure.errors(error, at: metrics)[0])")
      }
    }
    if !mailTo.isEmpty, let problem = RunMail(record).send(to: mailTo) { log.warning("\(problem)") }
  }
}
