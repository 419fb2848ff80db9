import Disclosure
import Domain

extension DeclaredSystem {
  /// Adds all leaves of a table, in all its periods and places.
  ///
  /// - Parameter shownElsewhere: of a table that others publish: whether a leaf is shown there; nil where nobody knows, and
  ///   then it is taken to be shown unless it must not be.
  /// - Throws: `PipelineError` TF703 where nobody said who contributes to a public table's dataset, TF704 where a part is
  ///   larger than its whole, TF715 where rows were counted for everybody that are never public: an error of this program; TF716
  ///   where a number is too large to be exact.
  public mutating func add(_ evaluation: TableEvaluation, shownElsewhere: ((Leaf) -> Bool?)? = nil) throws {
    guard audience == .bureau || evaluation.isPublic else {
      throw PipelineError(
        .notPublicConnection, .software, at: evaluation.table.path, "公开的表 \(evaluation.table.id) 没有用公开的连接计算",
        remedy: "请把这条信息报告给开发者")
    }
    try checkSizes(evaluation)
    for (witness, cells) in evaluation.holders { holders[witness, default: []].formUnion(cells.map(evaluation.leaf)) }
    let hiding = LeafHiding(evaluation, limits)
    let leaves = evaluation.table.figures.filter { $0.kind.isLeaf && !evaluation.missing.contains($0.id) }
    for leaf in leaves {
      guard let dataset = evaluation.dataset(of: leaf) else { continue }
      if dataset.contributor == nil, evaluation.table.audience == .everybody {
        throw PipelineError(
          .noContributor, .config, at: leaf.place, "公开的表用了数据集 \(dataset.name), 它没有写明谁是贡献者",
          remedy: "在数据集的 roles 中写 contributor: 字段 或 contributor: none")
      }
      for period in evaluation.periods.indices {
        try LeafCells(
          evaluation, leaf, dataset, period: period, hidden: hiding.hidden(leaf, period: period),
          shownElsewhere: shownElsewhere
        ).add(to: &self)
      }
    }
    for figure in evaluation.table.figures where evaluation.hasRest(figure) {
      for period in evaluation.periods.indices { try addRests(of: figure, evaluation, period) }
    }
  }

  /// Whole less part of a percent, in all cells.
  private mutating func addRests(of figure: FigureDefinition, _ evaluation: TableEvaluation, _ period: Int) throws {
    guard case .percent(let percent) = figure.kind else { return }
    for place in evaluation.places.all.indices {
      for row in evaluation.rows {
        let id = CellID(figure: figure.id, period: period, place: place, row: row.key)
        guard let part = evaluation.input(percent.part, id) else { continue }
        let wholes = percent.of.compactMap { evaluation.input($0, id) }
        let leaf = evaluation.leaf(id)
        printed.insert(leaf)
        let units = Set((wholes + [part]).compactMap { drafts[evaluation.leaf($0.id)]?.unit })
        // Of sums in different units no whole number is left: without a cell the percent is not shown.
        guard units.count <= 1 else { continue }
        let whole = wholes.reduce(0) { $0 + (drafts[evaluation.leaf($1.id)]?.value ?? 0) }
        let rest = whole - (drafts[evaluation.leaf(part.id)]?.value ?? 0)
        guard rest >= 0 else {
          throw PipelineError(
            .partAboveWhole, .config, at: figure.place,
            "\(percent.part) 比 \(percent.of.joined(separator: " + ")) 大, 不是它的一部分",
            remedy: "改正 percent 的 part 和 of; 不是部分与整体时用 ratio")
        }
        var total = wholes.first.map { evaluation.leaf($0.id) } ?? leaf
        if wholes.count > 1 {
          total = Leaf(leaf.period, leaf.region, leaf.measure + ".of", leaf.part)
          add(total, Draft(value: whole, visibility: .withheld))
          sums.append((total, wholes.map { evaluation.leaf($0.id) }))
        }
        if rest > 0 {
          add(leaf, Draft(value: rest, visibility: .publishable(cost: 1), protection: limits.persons(rest)))
          if wholes.count == 1 { addEntry(of: leaf, whole: total, less: evaluation.leaf(part.id), rest) }
        } else {
          free.insert(leaf)
        }
        sums.append((total, [evaluation.leaf(part.id), leaf]))
      }
    }
  }

  /// What a rest counts is what its whole counts and its part does not.
  private mutating func addEntry(of leaf: Leaf, whole: Leaf, less part: Leaf, _ value: Int) {
    guard let all = entries.last(where: { $0.leaf == whole }) else { return }
    let own = entries.last { $0.leaf == part }
    guard own != nil || drafts[part] == nil else { return }
    entries.append(
      LeafRelations.Entry(
        leaf: leaf, family: all.family, origin: leaf.measure, value: value, rows: all.rows - (own?.rows ?? 0),
        sketch: own.map { all.sketch - $0.sketch } ?? all.sketch, contributor: all.contributor, isCount: all.isCount,
        isSensitive: limits.persons(value) != nil))
  }

  /// Numbers that a hundredth can still be told of, in the system's own units.
  private func checkSizes(_ evaluation: TableEvaluation) throws {
    for (id, cell) in evaluation.cells {
      let numbers = [cell.value, cell.contributors.sum, cell.contributors.largest, cell.contributors.second]
      guard let figure = evaluation.table.figure(id.figure), !numbers.allSatisfy({ abs($0) <= 1e13 }) else { continue }
      throw PipelineError(
        .figureOutOfRange, .data, at: figure.place, "指标 \(figure.id) 的数大于 10 万亿, 或不是一个数", remedy: "改正算式; 金额可用 scale 换单位"
      )
    }
  }

  /// An empty cell is none.
  mutating func add(_ leaf: Leaf, _ draft: Draft) {
    guard draft.value > 0 else {
      free.insert(leaf)
      return
    }
    if drafts.updateValue(draft, forKey: leaf) == nil { order.append(leaf) }
  }
}
