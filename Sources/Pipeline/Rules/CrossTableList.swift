import Declarations
import Domain

/// Reads the cross tables of a pipeline file.
enum CrossTableList {
  /// - Throws: `PipelineError` that names file, line and column of what is wrong.
  static func read(_ map: YAMLMap, _ datasets: Datasets, _ book: CodeBook, path: String) throws -> [CrossTable] {
    var tables: [CrossTable] = []
    for node in try map.list("cross_tables") {
      let entry = try YAMLMap(node, path: path, keys: ["id", "dataset", "by"])
      let id = try entry.text("id")
      guard !id.isEmpty, id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) else {
        throw entry.bad("id", "id 只能用英文字母、数字和 -", "写成 id: city-education")
      }
      guard !tables.contains(where: { $0.id == id }) else {
        throw entry.bad("id", "交叉表 \(id) 出现两次", "换一个 id")
      }
      let dataset = try entry.optionalText("dataset") ?? MarketDataset.postings
      guard let contract = datasets.named(dataset) else {
        let names = datasets.contracts.map(\.name).joined(separator: " ")
        throw entry.bad("dataset", "没有名为 \(dataset) 的数据字典", "可用: \(names)")
      }
      let axes = try entry.texts("by").map { try axis($0, contract, book, entry) }
      guard (1...CrossTable.axisLimit).contains(axes.count) else {
        throw entry.bad("by", "by 应列出一至四项", "写成 by: [region/2, occupation/1]")
      }
      tables.append(CrossTable(id: id, dataset: dataset, axes: axes))
    }
    return tables
  }

  private static func axis(
    _ text: String, _ contract: Contract, _ book: CodeBook, _ entry: YAMLMap
  ) throws -> CrossTable.Axis {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let allowed = contract.fields.filter { CrossTable.Axis.isAllowed($0.kind) }.map(\.name)
    guard allowed.contains(parts[0]) else {
      let hint =
        Spelling.nearest(parts[0], in: allowed).map { "是否应为 \($0)?" } ?? "可用: \(allowed.joined(separator: " "))"
      throw entry.bad("by", "不能按 \(parts[0]) 分组", hint)
    }
    guard parts.count > 1 else { return CrossTable.Axis(column: parts[0]) }
    guard let list = try AxisValues.list(of: parts[0], contract, book) else {
      throw entry.bad("by", "\(parts[0]) 不是代码, 不分级", "写成 \(parts[0])")
    }
    let depth = list.depth
    guard parts.count == 2, let level = Int(parts[1]), level > 0, level <= depth else {
      throw entry.bad("by", "没有级别 \(text)", "\(list.id) 有 1 至 \(depth) 级, 如 \(parts[0])/1")
    }
    return CrossTable.Axis(column: parts[0], level: level)
  }
}
