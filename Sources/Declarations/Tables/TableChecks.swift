import Domain
import Yams

/// What must hold between the parts of a table file.
struct TableChecks {
  private let table: TableDefinition
  private let file: TableFile

  init(_ table: TableDefinition, _ file: TableFile) {
    self.table = table
    self.file = file
  }

  func check() throws {
    for figure in table.figures { try check(figure) }
    try checkCircles()
    if let chart = table.chart { try known(chart.figure, "chart") }
    if let top = table.top {
      try known(top.figure, "top")
      guard table.rest != .hidden else {
        throw file.map.bad("top", "top 把其余的行加到 rest 行, 而表没有 rest 行", "写 rest: {zh: 其他, en: Other}")
      }
    }
    for (number, node) in try file.map.list("sentence").enumerated() {
      for name in SentenceName.all(in: table.sentences[number]) { try check(name, at: node.mark) }
    }
    if table.audience == .everybody { try checkPublic() }
  }

  private func check(_ name: SentenceName, at mark: Mark?) throws {
    guard name.figure(in: table) != nil else {
      let columns = table.figures.filter { $0.across == nil }.flatMap { figure in
        figure.kind.readings.map { figure.id + $0.suffix }
      }
      throw wrong(
        mark, "句子中的 {\(name.text)} 不是本表的指标", file.hint(name.column, columns), code: .unknownFigure)
    }
    let rows = (table.rows.listed ?? []).map(\.key) + [FigureDefinition.total, FigureDefinition.rest]
    guard rows.contains(name.row) else {
      throw wrong(mark, "句子中的 {\(name.text)} 说的行 \(name.row) 不在本表中", file.hint(name.row, rows), code: .unknownFigure)
    }
  }

  private func check(_ figure: FigureDefinition) throws {
    for name in figure.kind.inputs {
      guard let input = table.figure(name) else {
        throw error(
          .unknownFigure, figure, "指标 \(figure.id) 用到的 \(name) 不是本表的指标", file.hint(name, table.figures.map(\.id)))
      }
      guard input.kind.isScalar, input.across == nil else {
        throw error(.figureNotANumber, figure, "\(figure.id) 不能由 \(name) 算出: 它不是一个数", "分位数、持续时间和有 across 的指标不能作分子、分母")
      }
    }
  }

  private func checkCircles() throws {
    var done: Set<String> = []
    func visit(_ name: String, _ path: [String]) throws {
      guard !done.contains(name), let figure = table.figure(name) else { return }
      guard !path.contains(name) else {
        throw error(.circularFigures, figure, "指标循环: \((path + [name]).joined(separator: " → "))", "让指标由其他指标算出, 不经过自己")
      }
      for input in figure.kind.inputs { try visit(input, path + [name]) }
      done.insert(name)
    }
    for figure in table.figures { try visit(figure.id, []) }
  }

  private func known(_ name: String, _ key: String) throws {
    guard table.figure(name) == nil else { return }
    throw wrong(
      file.map.node(key)?.mark, "\(key) 中的 \(name) 不是本表的指标", file.hint(name, table.figures.map(\.id)),
      code: .unknownFigure)
  }

  /// Whoever counts for the public must know who stands behind the rows, and which rows they are.
  private func checkPublic() throws {
    for figure in table.figures where figure.kind.isLeaf {
      guard let dataset = file.context.datasets[table.dataset(of: figure)] else { continue }
      guard let contributor = dataset.contributor else {
        throw error(
          .noContributor, figure, "公开的表用了数据集 \(dataset.name), 它没有写明谁是贡献者",
          "在数据集的 roles 中写 contributor: 字段 或 contributor: none")
      }
      guard contributor == .nobody || dataset.column("entry") != nil else {
        throw error(.noEntryColumn, figure, "公开的表用了数据集 \(dataset.name), 它没有 entry 列", "在它的 SELECT 中加上 entry")
      }
    }
  }

  private func error(_ code: ErrorCode, _ figure: FigureDefinition, _ message: String, _ remedy: String)
    -> PipelineError
  {
    PipelineError(code, .config, at: figure.place, message, remedy: remedy)
  }

  private func wrong(_ mark: Mark?, _ message: String, _ remedy: String, code: ErrorCode) -> PipelineError {
    YAMLMap.wrong(mark, table.path, message, remedy, code: code)
  }
}
