import Domain
import Warehouse

/// What came in since the page before, and how the market went: from the ledger and the cube.
public struct NightLedger {
  private let scope: MonitorScope
  /// Path of the list of rejects of a file.
  private let list: (LedgerEntry) -> String
  /// Files that came in since the page before; of the first page, all.
  private let new: [LedgerEntry]

  /// Files of a source that its trend shows.
  private static let recent = 30
  /// Months that the trend of the market shows.
  private static let months = 24

  public init(_ scope: MonitorScope, list: @escaping (LedgerEntry) -> String) throws {
    self.scope = scope
    self.list = list
    new = try Ledger.files(scope.db).filter { $0.id > scope.vintage }
  }

  public func sources() throws -> [NightReport.Source] {
    try scope.inputs.map { input in
      let rows = try Int.fetchAll(
        scope.db, sql: "SELECT rows FROM file WHERE source = ? ORDER BY id DESC LIMIT \(NightLedger.recent)",
        arguments: [input.source])
      let last = try String.fetchOne(
        scope.db,
        sql: "SELECT r.started FROM file f JOIN run r ON r.id = f.run WHERE f.source = ? ORDER BY f.id DESC LIMIT 1",
        arguments: [input.source])
      var source = NightReport.Source(
        id: input.source, title: input.title, recentRows: rows.reversed(), lastTaken: last.flatMap(Day.init(iso:)))
      for file in new where file.source == input.source {
        source.files += 1
        source.rows += file.rows
        source.accepted += file.accepted
        source.rejected += file.rejected
        source.duplicate += file.duplicate
        source.unchanged += file.unchanged
        source.skipped += file.skipped
      }
      return source
    }
  }

  /// Why rows were rejected, most rows first.
  public func reasons() throws -> [NightReport.Reason] {
    let files = Dictionary(uniqueKeysWithValues: new.map { ($0.id, $0) })
    // Of the rows of a group, SQLite takes the file from the one with the largest number.
    let rows = try Row.fetchAll(
      scope.db,
      sql: """
        SELECT f.source, c.rule, c.field, c.file, max(c.rows), sum(c.rows) AS rows, count(*) AS files FROM finding_count c
        JOIN file f ON f.id = c.file WHERE c.file > ? AND c.severity = ? GROUP BY f.source, c.rule, c.field
        ORDER BY sum(c.rows) DESC, f.source, c.rule, c.field
        """,
      arguments: [scope.vintage, Severity.reject.rawValue])
    return rows.compactMap { row in
      guard let file = files[row["file"]] else { return nil }
      let (id, field): (String, String) = (row["rule"], row["field"])
      let rule = Rule(rawValue: id)
      let message = [rule?.message ?? id, field].filter { !$0.isEmpty }.joined(separator: ": ")
      return NightReport.Reason(
        source: scope.inputs.first { $0.source == file.source }?.title ?? file.source,
        message: rule.map { "\(message); \($0.remedy)" } ?? message, rows: row["rows"], files: row["files"],
        file: file.name, list: list(file))
    }
  }

  /// Openings and seekers that were valid in each month, of the whole city; months that have no data yet are left out.
  public func trend() throws -> NightReport.Trend {
    let empty = NightReport.Trend(months: [], demand: [], seekers: [])
    guard let home = RegionRange(scope.homeRegion) else { return empty }
    let sides = try [MarketDataset.postings, MarketDataset.seekers].map { dataset in
      var cells: [CubeReader.Cell] = []
      try CubeReader(scope.db).each(
        of: dataset, Dimension.total.name, in: home.numbers, through: scope.day.monthOrdinal
      ) { cells.append($0) }
      return cells
    }
    let cells = sides.joined()
    guard let last = cells.lazy.filter({ $0.value.registered > 0 }).map(\.month).max() else { return empty }
    let first = cells.map(\.month).min() ?? last
    let end = max(first + 1, last)
    let months = max(first + 1, last - NightLedger.months + 1)...end
    var grid = StockGrid(.month, periods: months)
    for (side, cells) in sides.enumerated() { for cell in cells { grid.add(cell.value, side, month: cell.month) } }
    return NightReport.Trend(
      months: months.map { Period(unit: .month, ordinal: $0) }, demand: grid.valid(0), seekers: grid.valid(1))
  }
}
