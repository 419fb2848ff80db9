import ArgumentParser
import Foundation
import Logging
import Pipeline

/// How much a command says.
struct Verbosity: ParsableArguments {
  @Flag(help: "只报告错误和需要注意的事。")
  var quiet = false

  @Flag(help: "逐个文件报告。")
  var verbose = false

  @Option(help: "日志: json 全部写到标准错误, 每行一个 JSON; text 文字。缺省: 终端上是文字, 否则警告和错误是 JSON。")
  var log: LogFormat?

  func validate() throws {
    if quiet, verbose { throw ValidationError("--quiet 和 --verbose 只能选一个。") }
  }

  /// A line that redraws itself makes sense on a terminal only.
  var showsProgress: Bool { !quiet && log != .json && isatty(STDERR_FILENO) == 1 }

  /// True where what is for people goes to the log too, so that it is of one kind.
  var logsEverything: Bool { log == .json }

  func logger() -> Logger {
    let level: Logger.Level = verbose ? .info : logsEverything && !quiet ? .notice : .warning
    let isTerminal = isatty(STDERR_FILENO) == 1
    let style: ConsoleLog.Style =
      switch log {
      case .json: .json
      case .text: isTerminal ? .terminal : .text
      case nil: isTerminal ? .terminal : .json
      }
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
      throw ValidationError("--period \(text) 无法识别, 写成 2026Q3、2026M09、2026H1 或 2025。")
    }
    return period
  }
}
