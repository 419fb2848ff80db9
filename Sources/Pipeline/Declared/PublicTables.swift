import Domain
import Tables

/// What a public table may not do, because no suppression of its cells could make up for it: such a table is refused
/// when the pipeline is read, and has to do without `audience: public`.
struct PublicTables {
  private let tables: [TableDefinition]
  private let datasets: Datasets
  /// Without rows; it knows what the SELECTs of derived datasets read.
  private let memory: DatasetConnection
  /// Whether the bulletin publishes figures of the market, which are decided apart from declared tables.
  private let hasMarket: Bool

  /// What the market's tables count in many ways; of placements they have the hires alone, which declared tables are
  /// decided with.
  private static let market: Set = [MarketDataset.postings, MarketDataset.seekers]

  init(_ tables: [TableDefinition], _ datasets: Datasets, on memory: DatasetConnection, hasMarket: Bool) {
    self.tables = tables.filter { $0.audience == .everybody }
    self.datasets = datasets
    self.memory = memory
    self.hasMarket = hasMarket
  }

  /// - Throws: `PipelineError` TF774 with the place.
  func check() throws {
    for table in tables {
      try checkDatasets(table)
      try checkRows(table)
      for condition in table.conditions + axes(table) { try checkReads(condition) }
      for figure in table.figures { try checkQuantiles(figure) }
    }
    // What a month and a quarter show of the same rows can be subtracted, and each is decided without the other.
    for (name, own) in Dictionary(grouping: tables, by: \.dataset) {
      guard let first = own.first, let other = own.first(where: { $0.every != first.every }) else { continue }
      throw refused(
        "\(other.path):1:1", "公开的表 \(first.id) 和 \(other.id) 都用数据集 \(name), 而 every 不同: 各月与各季可以相减",
        "两个表写同样的 every")
    }
  }

  /// The datasets that a table counts, and those behind derived ones.
  private func checkDatasets(_ table: TableDefinition) throws {
    for name in Set(table.countedDatasets + [table.dataset]).sorted() {
      let bases = memory.roots(of: name).sorted()
      // Nothing can be subtracted from a quantile.
      let isCounted = table.figures.contains { $0.kind.isLeaf && $0.kind.isAmount && table.dataset(of: $0) == name }
      if hasMarket, isCounted, let own = bases.first(where: Self.market.contains) {
        throw refused(
          "\(table.path):1:1", "公开的表 \(table.id) 数了 \(own): T1-T14 已公布它的数, 两者相减可以算出不公布的数",
          "删去 audience: public, 或只印分位数, 或在 T1-T14 中加列")
      }
      guard let derived = memory.view(name), derived.select != nil else { continue }
      for base in bases.compactMap(datasets.named)
      where ![.nobody, derived.roles.contributor].contains(base.roles.contributor)
        && base.view.view.roles.contributor != derived.roles.contributor
      {
        throw refused(
          "\(table.path):1:1", "公开的表 \(table.id) 用的数据集 \(name) 由 \(base.name) 得来, contributor 却与它的不同",
          "在 \(name).yaml 中写 \(base.name) 的 contributor, SELECT 中带上这一列")
      }
    }
  }

  /// Names of rows are printed whatever their cells are: they are listed, or entries of a code list.
  private func checkRows(_ table: TableDefinition) throws {
    guard table.rows.listed == nil, !table.axis.isNone else { return }
    let view = datasets.named(table.dataset)?.view.view
    for axis in axes(table) where view?.column(axis.sql)?.list == nil {
      throw refused(
        "\(axis.path):\(axis.line):\(axis.column)", "公开的表不能把 \(axis.sql) 出现过的值当作行名: 行名不经披露控制",
        "在 rows 中列出各行, 或按有代码表的字段分行")
    }
  }

  private func axes(_ table: TableDefinition) -> [Condition] {
    let own: [Condition] =
      switch table.axis {
      case .none: []
      case .expression(let expression), .each(let expression): [expression]
      case .byDataset(let all): all.sorted { $0.key < $1.key }.map(\.value)
      }
    return own + table.figures.compactMap(\.across?.field)
  }

  /// A condition that counts other rows tells of them what no cell is decided for; code lists tell nothing.
  private func checkReads(_ condition: Condition) throws {
    let names = Set(memory.views.map(\.name))
    guard let name = Self.words(condition.sql).first(where: names.contains) else { return }
    throw refused(
      "\(condition.path):\(condition.line):\(condition.column)", "公开的表的条件不能另查数据集 \(name)",
      "先在 datasets 中写一个 SELECT 得来的数据集, 再数它")
  }

  /// Quantiles near an end are what single persons or employers have.
  private func checkQuantiles(_ figure: FigureDefinition) throws {
    let shares: [Double] =
      switch figure.kind {
      case .quantile(let own): own.at
      case .duration(let own): own.at
      default: []
      }
    guard let share = shares.first(where: { $0 < 0.1 || $0 > 0.9 }) else { return }
    throw refused(figure.place, "公开的表不能有 \(share) 分位数: 接近两端的是个别人或单位的值", "用 0.1 到 0.9")
  }

  private func refused(_ place: String, _ message: String, _ remedy: String) -> PipelineError {
    PipelineError(.unsafePublicTable, .config, at: place, message, remedy: remedy)
  }

  /// The names in SQL, lower case; those in texts too, which is on the safe side.
  private static func words(_ sql: String) -> Set<String> {
    Set(sql.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber) || $0 == "_") }.map(String.init))
  }
}
