import Domain

/// The cross tables of a pipeline with the values of their axes.
public struct CrossTables: Sendable {
  /// One table and what its axes hold.
  public struct Entry: Sendable {
    public let table: CrossTable
    let contract: Contract
    public let values: [AxisValues]
    /// Changes with the definition and with the code lists behind it.
    public let digest: String
  }

  public let entries: [Entry]

  /// Each table with what its axes hold, for who writes them.
  public var tables: [(table: CrossTable, contract: Contract, values: [AxisValues])] {
    entries.map { ($0.table, $0.contract, $0.values) }
  }

  public init(entries: [Entry] = []) { self.entries = entries }

  /// - Throws: `PipelineError` TF301 where the contract names a list that is not there.
  public init(_ tables: [CrossTable], _ datasets: Datasets, book: CodeBook) throws {
    entries = try tables.compactMap { table in
      guard let contract = datasets.named(table.dataset) else { return nil }
      let values = try table.axes.map { try AxisValues($0, of: contract, book: book) }
      let axes = zip(table.axes, values).map { "\($0.column)/\($0.level ?? 0) \($1.digest)" }
      return Entry(
        table: table, contract: contract, values: values, digest: "\(table.dataset) \(axes.joined(separator: ", "))")
    }
  }
}
