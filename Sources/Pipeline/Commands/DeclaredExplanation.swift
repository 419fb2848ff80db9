import Domain
import Stages

/// Explains what a pipeline declares: a dataset, a table, a figure of one, a check.
struct DeclaredExplanation {
  let spec: PipelineSpec
  let texts: Texts

  /// All names that can be asked for.
  var names: [String] {
    spec.declared.market.map(\.id) + spec.declared.tables.flatMap { table in [table.id] + table.methods.map(\.id) }
      + spec.declared.checks.map(\.id)
      + spec.datasets.contracts.map(\.name)
  }

  /// One line each, for the list of everything.
  var overview: [String] {
    spec.declared.market.map { "表\t\($0.id)\t\($0.title.zh)" }
      + spec.declared.tables.flatMap { table in
        ["表\t\(table.id)\t\(table.title.zh)"] + table.methods.map { "指标\t\($0.id)\t\($0.name.zh)" }
      } + spec.declared.checks.map { "检查\t\($0.id)\t\($0.title)" }
      + spec.datasets.contracts.map { "数据集\t\($0.name)\t\($0.title.zh)" }
  }

  /// In Chinese, one element a line; empty where nothing has this name.
  func lines(_ id: String) -> [String] {
    let figures = spec.declared.tables.flatMap { table in
      table.methods.filter { $0.id == id || $0.id.hasSuffix(".\(id)") || $0.name.zh == id }.flatMap {
        lines($0, of: table)
      }
    }
    // A page calls it 表5.
    let table = id.hasPrefix("表") ? "T" + id.dropFirst().drop { $0 == " " } : id
    let tables =
      spec.declared.market.filter { $0.id == table }.flatMap(lines)
      + spec.declared.tables.filter { $0.id == table }.flatMap(lines)
    let checks = spec.declared.checks.filter { $0.id == id }.flatMap(lines)
    let datasets = spec.datasets.contracts.filter { $0.name == id }.flatMap(lines)
    return tables + figures + checks + datasets
  }

  private func lines(_ method: FigureMethod, of table: TableDefinition) -> [String] {
    var lines = ["\(table.id) \(method.id)", "名称  \(method.name.zh) / \(method.name.en)"]
    if !method.unit.zh.isEmpty { lines.append("单位  \(method.unit.zh)") }
    if let better = method.better { lines.append("方向  \(texts.meaning(of: better).zh)") }
    lines += ["公式  \(method.formula.zh)", "      \(method.formula.en)"]
    return lines + ["来源  \(method.datasets.joined(separator: "、")) (\(table.path))"]
  }

  private func lines(_ table: TableLayout) -> [String] {
    let figures = (table.columns.compactMap(\.figure) + table.rows.compactMap(\.figure)).map(\.rawValue)
    return ["表 \(table.id)", "名称  \(table.title.zh) / \(table.title.en)", "读者  \(readers(table.audience))"]
      + (table.note.map { ["说明  \($0.zh)"] } ?? [])
      + texts.indicators.filter { figures.contains($0.id) }.map { "指标  \($0.id)  \($0.name.zh)" }
      + ["文件  \(spec.declared.tableFolder ?? "")/\(table.id).yaml"]
  }

  private func readers(_ audience: Audience) -> String { audience == .everybody ? "公开 (经披露控制)" : "只供本局" }

  private func lines(_ table: TableDefinition) -> [String] {
    let readers = readers(table.audience)
    return ["表 \(table.id)", "名称  \(table.title.zh) / \(table.title.en)", "读者  \(readers)", "数据  \(table.dataset)"]
      + table.methods.map { "指标  \($0.id)  \($0.formula.zh)" } + ["文件  \(table.path)"]
  }

  private func lines(_ check: Check) -> [String] {
    let values = spec.declared.checkRules.values(of: check).sorted { $0.key < $1.key }.map { name, value in
      switch value {
      case .integer(let number): "\(name)=\(number)"
      case .text(let text): "\(name)=\(text)"
      }
    }
    let state = spec.declared.checkRules.off.contains(check.id) ? "已在 rules/checks.yaml 关闭" : "每夜运行"
    return [
      "检查 \(check.id)", "名称  \(check.title)", "级别  \(check.levels.map(\.label).joined(separator: "、"))",
      "科室  \(check.section)", "依据  \(check.clause)", "处理  \(check.remedy)", "状态  \(state)",
    ] + (values.isEmpty ? [] : ["参数  \(values.joined(separator: " "))"]) + ["文件  \(check.select.path)"]
  }

  private func lines(_ contract: Contract) -> [String] {
    let sources = spec.inputs.filter { $0.source.contract.name == contract.name }.map(\.source.id)
    return [
      "数据集 \(contract.name)", "名称  \(contract.title.zh) / \(contract.title.en)",
      "主键  \(contract.key.joined(separator: " "))",
      "来源  \(sources.isEmpty ? "这个流程没有" : sources.joined(separator: " "))",
      "字段  talentflow contract \(contract.name) --pipeline \(spec.path)",
    ]
  }
}
