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

  func validate() throws {
    if quiet, verbose { throw ValidationError("--quiet 和 --verbose 只能选一个。") }
  }

  /// A line that redraws itself makes sense on a terminal only.
  var showsProgress: Bool { !quiet && isatty(STDERR_FILENO) == 1 }

  func logger() -> Logger {
    let level: Logger.Level = verbose ? .info : .warning
    return Logger(label: "talentflow") { _ in ConsoleLog(level: level, isTerminal: isatty(STDERR_FILENO) == 1) }
  }
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
