import Foundation

/// What the argument parser says in English, in Chinese: help, usage and what is wrong with a command line.
enum ParserWords {
  /// Patterns in the order in which they are tried, each with what stands for it.
  private static let words = [
    ("(?m)^Error: ", "错误 "), ("(?m)^Help:  ", "说明  "), ("(?m)^Usage: ", "用法: "), ("(?m)^USAGE: ", "用法: "),
    ("(?m)^OVERVIEW: ", ""), ("(?m)^ARGUMENTS:$", "参数:"), ("(?m)^OPTIONS:$", "选项:"),
    ("(?m)^SUBCOMMANDS:$", "命令:"), ("(?m)^  See '(.+) <subcommand>' for detailed help\\.$", "  各命令的说明: $1 <命令>"),
    ("(?m)^  See '(.+)' for more information\\.$", "  详见 $1"), ("<options>", "选项"), ("<subcommand>", "<命令>"),
    ("Show the version\\.", "版本。"), ("Show help information\\.", "说明。"),
    ("Show subcommand help information\\.", "命令的说明。"),
    ("\\(values:\\s+([^;)]+);\\s+default:\\s+([^)]+)\\)", "(可写 $1; 缺省 $2)"), ("\\(values:\\s+([^)]+)\\)", "(可写 $1)"),
    ("\\(default:\\s+([^)]+)\\)", "(缺省 $1)"),
    ("(?m)^错误 Missing expected argument '(.+)'$", "错误 缺少 $1"), ("(?m)^错误 Missing one of: ", "错误 缺少其中之一: "),
    ("(?m)^错误 Missing value for '(.+)'$", "错误 没有写值: $1"), ("(?m)^错误 Missing required subcommand\\.$", "错误 没有写命令。"),
    ("(?m)^错误 Unknown option '(.+)'\\. Did you mean '(.+)'\\?$", "错误 没有选项 $1, 是否应为 $2?"),
    ("(?m)^错误 Unknown option '(.+)'$", "错误 没有选项 $1"), ("(?m)^错误 Unexpected argument '(.+)'$", "错误 多出来的 $1"),
    ("(?m)^错误 \\d+ unexpected arguments: (.+)$", "错误 多出来的 $1"),
    ("(?m)^错误 The option '(.+)' does not take any value, but '(.*)' was specified\\.$", "错误 $1 后面不写值, 却写了 $2"),
    ("(?m)^错误 The value '(.*)' is invalid for '(.+?)'", "错误 $2 不能是 $1"),
    ("(?m)^错误 Value to be set with flag (.+) had already been set with flag (.+)$", "错误 $1 与 $2 只能写一个"),
    ("(?m)^错误 Invalid option: (.+)$", "错误 没有选项 $1"),
    ("(?m)^   or: Missing value for '(.+)' in '(.+)'$", "   或者 $2 中没有写值: $1"),
    ("(?m)^错误 Can't autodetect a supported shell\\.$", "错误 认不出用的是哪种 shell。"),
    ("(?m)^错误 Can't generate completion scripts for '(.*)'\\.$", "错误 没有用于 $1 的补全。"),
    ("(?m)^Please use (\\S+) with one of:$", "请写 $1, 可写:"),
    ("(?m)\\. Please provide one of the following:$", "; 可写:"), ("(?m)\\. Please provide one of (.+)\\.$", "; 可写 $1"),
    ("(?m)(?<=可写 )(.+) or (.+)$", "$1, $2"),
  ]

  static func chinese(_ text: String) -> String {
    words.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1, options: .regularExpression) }
  }

  /// Arguments without `--lang zh` or `--lang en`, and whether English is asked for: `run` alone takes it itself, for
  /// the edition, and wherever it stood. What follows `--` are no options.
  static func asked(_ arguments: [String]) -> (arguments: [String], isEnglish: Bool) {
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    for place in arguments[..<end].indices {
      for language in ["zh", "en"] {
        let words = ["--lang=\(language)", "--lang \(language)"].map { $0.split(separator: " ").map(String.init) }
        guard let asked = words.first(where: { arguments[place..<end].starts(with: $0) }) else { continue }
        var others = arguments
        others.removeSubrange(place..<place + asked.count)
        if others.first == "run" { others.insert(contentsOf: asked, at: 1) }
        return (others, language == "en")
      }
    }
    return (arguments, false)
  }
}
