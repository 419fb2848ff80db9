import Declarations
import Documents
import Domain
import Foundation
import Stages

/// What `talentflow screen` says of rules, phrases and texts.
public struct ScreenReport {
  private let screener: Screener

  /// - Parameter rules: folder of the rules.
  /// - Throws: `PipelineError` where a rule is missing or wrong.
  public init(rules: String) throws { screener = try PostingRuleFolder.read(rules) }

  /// Runs the phrases of every rule.
  ///
  /// - Throws: `PipelineError` TF782 with the first that is wrong.
  public func selfTest(say: (String) -> Void) throws {
    let failed = screener.failedPhrases()
    for (rule, phrase) in failed {
      say("不符 \(rule.id) \(phrase.place): \(phrase.isFound ? "应发现而没有" : "不应发现而发现了"): \(phrase.text)")
    }
    let count = screener.rules.reduce(0) { $0 + $1.phrases.count }
    say("\(screener.rules.count) 条规则, \(count) 个例子, \(failed.count) 个不符。")
    guard let first = failed.first else { return }
    throw PipelineError(
      .failedPhrase, .data, at: first.phrase.place, "\(first.rule.id) 的例子不成立: \(first.phrase.text)",
      remedy: "改正模式或例子")
  }

  /// What the rules find in a text, one line a finding.
  public func explained(_ text: String) -> String {
    let outcome = ScreenPass(screener).screen(Redaction.masked(text))
    let lines =
      outcome.findings.map { line($0, "") } + outcome.exempted.map { line($0, ", 例外") }
    return lines.isEmpty ? "没有发现" : lines.joined(separator: "\n")
  }

  private func line(_ finding: ScreenFinding, _ note: String) -> String {
    let rule = screener.rules[finding.rule]
    let reason = finding.exemption.map { " (\($0))" } ?? ""
    return "\(rule.id) \(rule.title)  \(finding.level.label)\(note)  \(finding.snippet)\(reason)"
  }

  /// Tries phrases that are not stored.
  ///
  /// - Throws: `PipelineError` TF783 where the file is wrong.
  public func tried(_ path: String, asJSON: Bool, say: (String) -> Void) throws {
    let exam = try PhraseExam(ScreenReport.bytes(path), path: path, screener)
    let outcome = exam.score(screener)
    guard !asJSON else {
      say(try json(outcome))
      return
    }
    say("规则     句数  应发现  发现  漏  误  准确率  召回率")
    for (rule, score) in outcome.byRule { say(line(rule, score)) }
    say(line("涉嫌违法", outcome.violation))
    say(line("全部", outcome.all))
    for mistake in outcome.mistakes {
      let rule = screener.rules[mistake.rule].id
      say("\(mistake.isExpected ? "漏" : "误") \(rule) 第 \(mistake.line) 行: \(mistake.text)")
    }
  }

  private func line(_ name: String, _ score: PhraseExam.Score) -> String {
    let total = score.found + score.missed + score.wrong + score.spared
    let counts = [total, score.found + score.missed, score.found, score.missed, score.wrong].map(String.init)
    return ([name] + counts + [share(score.precision), share(score.recall)]).joined(separator: "  ")
  }

  private func share(_ value: Double?) -> String { value.map { NumberText.fixed($0, decimals: 3) } ?? "-" }

  private struct Figures: Encodable {
    let phrases, expected, found, missed, wrong: Int
    let precision, recall: Double?

    init(_ score: PhraseExam.Score) {
      phrases = score.found + score.missed + score.wrong + score.spared
      expected = score.found + score.missed
      found = score.found
      missed = score.missed
      wrong = score.wrong
      precision = score.precision
      recall = score.recall
    }
  }

  private struct Mistake: Encodable {
    let rule, expected, text: String
    let line: Int
  }

  private struct Result: Encodable {
    let rules: [String: Figures]
    let violation, all: Figures
    let mistakes: [Mistake]
  }

  private func json(_ outcome: PhraseExam.Outcome) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    let result = Result(
      rules: Dictionary(uniqueKeysWithValues: outcome.byRule.map { ($0.rule, Figures($0.score)) }),
      violation: Figures(outcome.violation), all: Figures(outcome.all),
      mistakes: outcome.mistakes.map {
        Mistake(
          rule: screener.rules[$0.rule].id, expected: $0.isExpected ? "+" : "-", text: $0.text, line: $0.line)
      })
    return String(decoding: try encoder.encode(result), as: UTF8.self)
  }

  private static func bytes(_ path: String) throws -> [UInt8] {
    guard FileTree.isPlainFile(path) else {
      throw PipelineError(.unreadableFile, .noInput, at: path, "没有这个文件", remedy: "检查所写的路径")
    }
    do { return try FileTree.bytes(of: path) } catch { throw Failure.error(error, at: path) }
  }
}
