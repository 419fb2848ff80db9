import Domain

/// The row and the columns of the market as a whole, which key figures and sentences speak of.
struct Headline {
  let layout: TableLayout
  let row: String
  let demand: TableLayout.Column
  let seekers: TableLayout.Column
  let ratio: TableLayout.Column

  /// - Throws: `PipelineError` TF403 where no table has all of it.
  init(_ tables: [TableLayout]) throws {
    guard let layout = tables.first(.overall), let row = layout.headline, let demand = layout.demand,
      let seekers = layout.seekers, let ratio = layout.ratioColumn
    else {
      throw PipelineError(
        .noHeadlineTable, .config, at: "tables", "缺少供求总体人数的表, 或其中的需求、求职、求人倍率", remedy: "恢复 tables 文件夹中的 T1.yaml")
    }
    (self.layout, self.row, self.demand, self.seekers, self.ratio) = (layout, row.key, demand, seekers, ratio)
  }
}
