import Documents
import Domain
import Foundation

/// What came of a run as a mail: the subject says it all, the body what the screen would have shown.
public struct RunMail {
  static let variable = "SENDMAIL"
  /// Seconds that the mail program gets.
  private static let patience = 60.0
  private static let mostErrors = 50
  private let record: RunRecord

  public init(_ record: RunRecord) { self.record = record }

  /// Hands the mail to `/usr/sbin/sendmail`, or to the program that the environment variable `SENDMAIL` names.
  ///
  /// - Returns: what went wrong, in Chinese; nil where the program has taken it.
  public func send(to addresses: [String]) -> String? {
    let program = ProcessInfo.processInfo.environment[RunMail.variable] ?? "/usr/sbin/sendmail"
    let recipients = addresses.compactMap(MailAddress.init)
    guard recipients.count == addresses.count else { return "邮件没有发出: 地址无法识别" }
    do {
      try hand(MailMessage(to: recipients, subject: subject, date: Clock.mailDate(), body: body).text, to: program)
      return nil
    } catch let error as Refusal {
      return "邮件没有发出: \(program) \(error.text)"
    } catch {
      return "邮件没有发出: 无法运行 \(program), 安装邮件程序 (如 msmtp-mta), 或用环境变量 \(RunMail.variable) 指出"
    }
  }

  /// True of what `send` takes.
  public static func isAddress(_ text: String) -> Bool { MailAddress(text) != nil }

  private struct Refusal: Error {
    let text: String
  }

  private func hand(_ text: String, to program: String) throws {
    let process = Process()
    let input = Pipe()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = ["-t", "-i"]
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    // Who does not read to the end says why by its exit status.
    try? input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try? input.fileHandleForWriting.close()
    guard ended.wait(timeout: .now() + RunMail.patience) == .success else {
      // Nothing milder: it has taken over that we wait for signals instead of dying of them.
      kill(process.processIdentifier, SIGKILL)
      throw Refusal(text: "\(Int(RunMail.patience)) 秒没有结束")
    }
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw Refusal(text: "以 \(process.terminationStatus) 结束")
    }
  }

  var subject: String {
    let rows = Dictionary(uniqueKeysWithValues: record.rows.map { ($0.state, $0.count) })
    let total = record.rows.reduce(0) { $0 + $1.count }
    let taken =
      record.summary.taken.isEmpty
      ? "没有新文件" : "收取 \(record.summary.taken.count) 个文件 \(total) 行, 退回 \(rows["rejected"] ?? 0)"
    let outcome = record.exit == 0 ? "完成" : "失败 (退出码 \(record.exit), \(record.errors.count) 个错误)"
    return Redaction.shown("TalentFlow \(record.pipeline) \(outcome): \(taken)", limit: 200)
  }

  /// The lines of the screen: personal numbers were masked there, and file names are masked here.
  var body: String {
    var lines = record.errors.prefix(RunMail.mostErrors).map { "错误 \($0)" }
    if record.errors.count > RunMail.mostErrors { lines.append("另有 \(record.errors.count - RunMail.mostErrors) 个错误") }
    if !lines.isEmpty { lines.append("") }
    lines += record.summary.lines(isDryRun: false)
    return lines.map { Redaction.shown($0, limit: 2000) }.joined(separator: "\n") + "\n"
  }
}
