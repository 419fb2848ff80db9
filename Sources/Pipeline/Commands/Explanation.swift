import Declarations
import Domain
import Foundation
import Stages

/// Says what an indicator, a term of forecasts or a code means.
public struct Explanation {
  private let texts: Texts
  private let declared: DeclaredExplanation
  private let wording: WordingExplanation
  private let codes: CodeListExplanation
  private let rules: [PostingRule]

  /// - Parameter spec: whose words and declarations are taken.
  /// - Throws: where its words, or its rules for postings, cannot be read or are wrong.
  public init(_ spec: PipelineSpec) throws {
    do { texts = try spec.texts() } catch { throw Failure.error(error, at: spec.path) }
    declared = DeclaredExplanation(spec: spec, texts: texts)
    wording = WordingExplanation(spec: spec, texts: texts)
    codes = CodeListExplanation(book: spec.book)
    rules = try PostingRuleExplanation(folder: spec.rules).rules()
  }

  /// - Parameters:
  ///   - id: an indicator, a formula number, a word of bulletins, a term of forecasts, a table, a head or row of one, a
  ///     code (`TF413`, `413`, `row.columns`), something that a pipeline declares (`T17`, `T17.archive_in`, a check, a
  ///     dataset), or a code or name of an occupation, a region or an industry; nil lists all but the last.
  ///   - explanation: not made where a code is asked for.
  /// - Throws: `PipelineError` TF650 with the nearest known one; what making `explanation` throws.
  public static func lines(_ id: String?, of explanation: @autoclosure () throws -> Explanation) throws -> [String] {
    let id = id?.trimmingCharacters(in: .whitespacesAndNewlines)
    if let id, let words = CodeRegister.words(named: id) { return describe(words) }
    if let id, let number = ErrorCode.number(id) {
      let nearest = ErrorCode.nearest(number).map(\.description).joined(separator: "、")
      throw PipelineError(.unknownName, .data, at: id, "没有这个代码", remedy: "最近的是 \(nearest)")
    }
    return try explanation().lines(id)
  }

  private func lines(_ id: String?) throws -> [String] {
    guard let id else {
      return texts.indicators.map { "\($0.formulaNumber)\t\($0.id)\t\($0.name.zh)" }
        + wording.terms.map { "\($0.kind)\t\($0.term.id)\t\($0.term.name.zh)" }
        + CodeRegister.all.map { "代码\t\($0.code)\t\($0.meaning.zh)" } + declared.overview
        + rules.map { "规则\t\($0.id)\t\($0.title)" }
    }
    if let rule = rules.first(where: { $0.id == id.uppercased() }) { return PostingRuleExplanation.lines(rule) }
    let found =
      texts.indicators.filter { $0.isNamed(id) }.flatMap(Explanation.describe)
      + wording.terms(named: id).flatMap(wording.lines)
    let other = declared.lines(id) + codes.lines(id) + wording.heads(id)
    if let lines = [found, other].first(where: { !$0.isEmpty }) { return lines }
    let terms = wording.terms.map(\.term)
    let known =
      texts.indicators.flatMap { [$0.id, $0.shortName] } + terms.flatMap { [$0.id, $0.name.zh] + $0.aliases }
      + declared.names + wording.headNames + rules.map(\.id) + Rule.allCases.map(\.rawValue)
    throw PipelineError(
      .unknownName, .data, at: id, "没有这个名称",
      remedy: Explanation.similar(id, in: known).map { "是否应为 \($0)?" } ?? "用 talentflow explain 列出全部")
  }

  /// The names that hold this one, else the one that is spelt most like it, else the longest that it holds.
  private static func similar(_ word: String, in known: [String]) -> String? {
    guard word.count > 1 else { return nil }
    let longer = Set(known.filter { $0.contains(word) }).sorted { ($0.count, $0) < ($1.count, $1) }.prefix(3)
    guard longer.isEmpty else { return longer.joined(separator: "、") }
    return Spelling.nearest(word, in: known)
      ?? known.filter { $0.count > 1 && word.contains($0) }.max { $0.count < $1.count }
  }

  private static func describe(_ words: CodeWords) -> [String] {
    var lines = ["代码 \(words.code)"]
    if let rule = Rule(rawValue: words.code) { lines.append("处理  \(rule.severity.label)") }
    lines += ["含义  \(words.meaning.zh)", "办法  \(words.remedy.zh)"]
    return lines + ["      \(words.meaning.en)", "      \(words.remedy.en)"]
  }

  private static func describe(_ indicator: IndicatorDefinition) -> [String] {
    var lines = ["\(indicator.formulaNumber) \(indicator.id)", "名称  \(indicator.name.zh) / \(indicator.name.en)"]
    if !indicator.unit.zh.isEmpty { lines.append("单位  \(indicator.unit.zh) / \(indicator.unit.en)") }
    if let direction = indicator.direction { lines.append("方向  \(direction.zh) / \(direction.en)") }
    lines.append("公式  \(indicator.formula.zh)")
    lines.append("      \(indicator.formula.en)")
    lines.append("来源  \(indicator.source.zh) / \(indicator.source.en)")
    return lines
  }
}
