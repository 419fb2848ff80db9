import Domain
import Stages
import Warehouse

/// Screens the postings of a pipeline's warehouse: `talentflow screen Pipelines/nightly.yaml`.
public struct WarehouseScreening {
  private let spec: PipelineSpec

  public init(_ spec: PipelineSpec) { self.spec = spec }

  /// - Parameter again: all postings, also those that were screened.
  /// - Returns: what to print, in Chinese.
  /// - Throws: `PipelineError` TF810 where there are no rules for postings, TF601 while a run is going on.
  public func run(again: Bool, workers: Int) throws -> [String] {
    do {
      let lock = try RunLock(warehouse: spec.warehouse, work: spec.work)
      defer { withExtendedLifetime(lock) {} }
      var lines: [String] = []
      let warehouse = try WritableWarehouse.open(spec.warehouse, spec.datasets) { lines.append($0) }
      guard
        let supervision = try PostingSupervision(spec, warehouse, workers: workers, interruption: Interruption())
      else {
        throw PipelineError(
          .noPostingRules, .config, at: spec.path, "流程没有岗位数据集, 或规则文件夹中没有筛查规则 (supervision)",
          remedy: "在流程文件中写 rules, 把程序自带的 Pipelines/rules/supervision 复制过来")
      }
      let outcome = try supervision.screen(again: again)
      for (rule, count) in zip(supervision.rules, outcome.findings) where count > 0 {
        lines.append("\(rule.id) \(rule.title)  \(count)")
      }
      lines.append("筛查了 \(outcome.postings) 条岗位信息, 发现 \(outcome.findings.reduce(0, +)) 处 (线索或提示)。")
      if try supervision.isOutdated() { lines.append("以前的岗位是按旧的规则筛查的; 全部重筛: --rescreen") }
      return lines
    } catch { throw Failure.error(error, at: spec.warehouse) }
  }
}
