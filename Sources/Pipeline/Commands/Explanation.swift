import Declarations
import Domain
import Stages

/// Prints what an indicator, or a term of forecasts, means.
public enum Explanation {
  /// - Parameters:
  ///   - id: an indicator, a formula number, a term of forecasts, or something that a pipeline declares (`T17`,
  ///     `T17.archive_in`, a check, a dataset); nil lists all.
  ///   - spec: whose words and declarations are taken.
  /// - Throws: `PipelineError` TF650 with the nearest known one, TF640 where the words are wrong.
  public static func lines(_ id: String?, of spec: PipelineSpec) throws -> [String] {
    let texts: Texts
    do { texts = try spec.texts() } catch { throw Failure.error(error, at: spec.path) }
    let declared = DeclaredExplanation(spec: spec, texts: texts)
    guard let id else {
      return texts.indicators.map { "\($0.formulaNumber)\t\($0.id)\t\($0.name.zh)" }
        + texts.terms.map { "预测\t\($0.id)\t\($0.name.zh)" } + declared.overview
    }
    let found = texts.indicators.filter {
      $0.id == id || $0.name.zh == id || $0.formulaNumber.lowercased() == id.lowercased()
    }
    let terms = texts.terms.filter { $0.isNamed(id) }
    guard !(found.isEmpty && terms.isEmpty) else {
      let lines = declared.lines(id)
      if !lines.isEmpty { return lines }
      let known = texts.indicators.map(\.id) + texts.terms.flatMap { [$0.id, $0.name.zh] } + declared.names
      let nearest = Spelling.nearest(id, in: known)
      throw PipelineError(
        650, .data, at: id, "没有这个指标",
        remedy: nearest.map { "是否应为 \($0)?" } ?? "用 talentflow explain 列出全部指标")
    }
    return found.flatMap(describe) + terms.flatMap(describe)
  }

  private static func describe(_ term: TermDefinition) -> [String] {
    ["预测 \(term.id)", "名称  \(term.name.zh) / \(term.name.en)", "含义  \(term.meaning.zh)", "      \(term.meaning.en)"]
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
