import Foundation
import TestSupport
import Testing

/// The command line speaks Chinese, and English where `--lang en` stands in it, never both: help, and what is said of a
/// wrong command line. What lies behind it (results, errors with a code) is Chinese.
@Suite struct CommandLanguageTests {
  /// Every command as help lists them, with those within others, and the command line itself.
  static let commands: [[String]] = {
    func below(_ path: [String]) -> [[String]] {
      let help = (try? Program.talentflow.run(path + ["--help", "--lang", "en"]).output) ?? ""
      let list = help.split(separator: "SUBCOMMANDS:\n", maxSplits: 1).dropFirst().first ?? ""
      let names = list.split(separator: "\n").compactMap { $0.firstMatch(of: #/^ {2}([a-z-]+) {2}/#)?.1 }
      return [path] + names.flatMap { below(path + [String($0)]) }
    }
    return below([])
  }()

  /// Lines with Chinese in what should be English. Quoted texts of postings are data, and so are the words by which
  /// scarcity and industries are asked for.
  private func chinese(in text: String) -> [String] {
    text.split(separator: "\n").map {
      String($0).replacing(/'[^']*'/, with: "").replacing("紧缺", with: "").replacing("行业/131", with: "")
    }.filter { $0.contains(/\p{Han}|[，。；：、（）]/) }
  }

  /// Lines with three English words in a row in what should be Chinese: names, options and examples have none.
  private func english(in text: String) -> [String] {
    text.split(separator: "\n").map(String.init).filter {
      !$0.contains("talentflow ") && $0.replacing(/--[a-z-]+|<[^>]*>/, with: ".").contains(/[A-Za-z]+ [a-z]+ [a-z]+/)
    }
  }

  @Test func allCommandsAreFound() {
    let names = Set(CommandLanguageTests.commands.map { $0.joined(separator: " ") })
    #expect(names.isSuperset(of: CommandTests.commands) && names.isSuperset(of: ["", "key rotate", "table", "code"]))
  }

  @Test(arguments: commands) func helpIsOfOneLanguage(_ path: [String]) throws {
    let help = try Program.talentflow.run(path + ["--help"]).output
    #expect(help.contains("用法: talentflow") && english(in: help).isEmpty, "\(english(in: help))")
    for arguments in [path + ["--help", "--lang", "en"], ["--lang=en", "help"] + path] {
      let told = try Program.talentflow.run(arguments)
      #expect(told.status == 0 && told.output.contains("USAGE: talentflow"), "\(told.errors)")
      #expect(chinese(in: told.output).isEmpty, "\(chinese(in: told.output))")
    }
    // Nothing was left out of one of them.
    let told = try Program.talentflow.run(path + ["--help", "--lang", "en"]).output
    func options(_ help: String) -> [Substring] { help.matches(of: /(?m)^  (--[a-z-]+)/).map(\.1) }
    #expect(options(help) == options(told) && options(told).count >= (path.isEmpty ? 1 : 0))
  }

  /// What every command says of an option that there is none of, of too many words, of too few, and of each option
  /// without its value.
  @Test(arguments: commands) func mistakesAreOfOneLanguage(_ path: [String]) throws {
    let help = try Program.talentflow.run(path + ["--help"]).output
    let options = help.matches(of: /(?m)^  (--[a-z-]+) </).map { String($0.1) }.filter { $0 != "--lang" }
    var mistakes = options.map { [$0] } + [["--nosuch"], ["-x"], ["--quiet=1"]]
    // Commands that do something with so many words, or with none, are tried with the mistakes of `ownRules`.
    if !["screen", "scan", "code"].contains(path.first) { mistakes.append(["1", "2", "3", "4"]) }
    for mistake in mistakes {
      let told = try Program.talentflow.run(path + mistake)
      #expect(told.status == 64 && told.output.isEmpty && told.errors.hasPrefix("错误 "), "\(mistake) \(told.errors)")
      #expect(english(in: told.errors).isEmpty, "\(told.errors)")
      let other = try Program.talentflow.run(path + ["--lang", "en"] + mistake)
      #expect(other.status == 64 && other.output.isEmpty, "\(mistake) \(other.errors)")
      #expect(chinese(in: other.errors).isEmpty && other.errors.hasPrefix("Error: "), "\(other.errors)")
    }
  }

  /// What commands themselves refuse before they begin.
  @Test(arguments: [
    "run", "run x --quiet --verbose", "run x --revise", "run x --revise --reason error", "run x --reason error",
    "run x --dry-run --open", "run x --dry-run --metrics m", "run x --workers 0", "run x --workers y",
    "run x --period Q3", "run x --reason z", "run x --log z", "run x --mail-to a,b", "forecast",
    "forecast --csv a --period 2026Q3", "forecast a --series b", "forecast a --horizon 0", "forecast a --workers 0",
    "install x", "screen", "screen x --json", "screen --self-test --try x --json", "screen --rescreen x", "code",
    "status --watch 0", "status --watch z", "table --period Q3", "explain --period Q3", "plan", "diff x", "verify",
    "restore x", "backup x", "scan", "contract", "contract postings --format z", "new-source", "rnu", "key rnu",
  ]) func ownRules(_ line: String) throws {
    let arguments = line.split(separator: " ").map(String.init)
    let told = try Program.talentflow.run(arguments)
    #expect(told.status == 64 && told.errors.contains(/\p{Han}/) && english(in: told.errors).isEmpty, "\(told)")
    let other = try Program.talentflow.run(arguments + ["--lang", "en"])
    #expect(other.status == 64 && !other.errors.isEmpty && chinese(in: other.errors).isEmpty, "\(other)")
  }

  @Test func whereTheLanguageMayStand() throws {
    for arguments in [["--lang", "zh", "plan"], ["plan", "--lang=zh"], ["--lang=zh", "run"]] {
      #expect(try Program.talentflow.run(arguments).errors.hasPrefix("错误 缺少 <pipeline>"), "\(arguments)")
    }
    // What stands behind `--` is a text.
    let text = try Program.talentflow.run([
      "screen", "--rules", Repository.file("Pipelines/rules"), "--", "--lang", "en",
    ])
    #expect(text.status == 0 && text.output.split(separator: "\n").count == 2, "\(text)")
    // An edition in English, wherever it is asked for.
    let pipeline = try RerunTests.small()
    try pipeline.scratch.write(pipeline.yaml, "pipeline.yaml")
    #expect(try Program.talentflow.run(["--lang", "en", "run", pipeline.path]).status == 0)
    #expect(pipeline.scratch.exists("Reports/bulletin/2026Q3-en/index.html"))
  }
}
