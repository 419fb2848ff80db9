import ArgumentParser
import Foundation
import Logging
import Pipeline

/// How much a command says.
struct Verbosity: ParsableArguments {
  @Flag(help: told("只报告错误和需要注意的事。", "Tell only of errors and of what needs attention."))
  var quiet = false

  @Flag(help: told("逐个文件报告。", "Tell of every file."))
  var verbose = false

  @Option(
    help: told(
      "日志: text 文字 (缺省); json 屏幕上的话也写成日志, 每行一个 JSON, 都在标准错误。",
      "The log: text (by default); json: what is said on the screen goes to the log too, one JSON object a line, all on standard error."
    ))
  var log = LogFormat.text

  func validate() throws {
    if quiet, verbose {
      throw ValidationError(told("--quiet 和 --verbose 只能选一个。", "Choose one of --quiet and --verbose."))
    }
  }

  /// A line that redraws itself makes sense on a terminal only.
  var showsProgress: Bool { !quiet && log != .json && isatty(STDERR_FILENO) == 1 }

  /// True where what is for people goes to the log too, so that it is of one kind.
  var logsEverything: Bool { log == .json }

  func logger() -> Logger {
    let level: Logger.Level = verbose ? .info : logsEverything && !quiet ? .notice : .warning
    let isTerminal = isatty(STDERR_FILENO) == 1
    let style: ConsoleLog.Style = logsEverything ? .json : isTerminal ? .terminal : .text
    return Logger(label: "talentflow") { _ in ConsoleLog(level: level, style: style) }
  }
}

/// What log lines look like.
enum LogFormat: String, ExpressibleByArgument, CaseIterable {
  case json
  case text
}

/// The editions to make.
enum EditionLanguage: String, ExpressibleByArgument, CaseIterable {
  case zh
  case en
  case both

  var languages: [BulletinLanguage] {
    switch self {
    case .zh: [.zh]
    case .en: [.en]
    case .both: [.zh, .en]
    }
  }
}

extension RevisionReason: ExpressibleByArgument {}

/// Reads `--period`.
enum PeriodOption {
  static func parse(_ text: String?) throws -> BulletinPeriod? {
    guard let text else { return nil }
    guard let period = BulletinPeriod(text) else {
      throw ValidationError(
        told(
          "--period \(text) 无法识别, 写成 2026Q3、2026M09、2026H1 或 2025。",
          "--period \(text) is not understood; write 2026Q3, 2026M09, 2026H1 or 2025."))
    }
    return period
  }
}
