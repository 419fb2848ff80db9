import Domain
import Warehouse

/// The datasets of a warehouse as conditions, tables and checks read them; every error has file, line and column.
///
/// Belongs to one thread. While a statement is between two rows the file is locked for writers.
public final class DatasetConnection {
  public let views: [DatasetView]
  /// True of one without the rows that no public figure may count.
  public let isPublic: Bool
  private let connection: GuardedConnection

  /// - Parameters:
  ///   - path: the warehouse; nil: datasets in memory, filled by `insert`.
  ///   - bases: for each dataset of exports the SELECT over tables of the file that makes its columns, in their order; of
  ///     a database in memory none.
  ///   - isPublic: without the rows that no public figure may count.
  /// - Throws: `PipelineError` TF720 to TF722.
  public init(
    path: String?, views: [DatasetView], bases: [String: String] = [:], lists: [GuardedList],
    functions: [GuardedFunction], viewFunctions: [GuardedFunction] = [], isPublic: Bool = false,
    limit: Int = GuardedConnection.usualLimit
  ) throws {
    self.views = views
    self.isPublic = isPublic
    let datasets = views.map { view in
      let source: GuardedDataset.Source =
        view.select.map { .derived($0.sql) } ?? bases[view.name].map { .view($0) } ?? .rows
      return GuardedDataset(
        view.name, columns: view.columns.map { .init($0.name, affinity: $0.storage.affinity) }, source: source,
        neverPublic: view.neverPublic?.sql)
    }
    do {
      connection = try GuardedConnection(
        path: path, datasets: datasets, lists: lists, functions: functions, viewFunctions: viewFunctions,
        isPublic: isPublic, limit: limit)
    } catch {
      throw error.told(at: DatasetConnection.place(of: error, views) ?? path ?? "memory")
    }
    for view in views { if let condition = view.neverPublic { _ = try check(condition, of: view.name) } }
  }

  /// The place of an error in the SELECT of a derived dataset.
  private static func place(of error: GuardedSQLError, _ views: [DatasetView]) -> String? {
    guard case .dataset(let name) = error.part else { return nil }
    let select = views.first { $0.name == name }?.select
    return select.map { Condition($0.sql, path: $0.path, line: 1, column: 1).place(ofByte: error.offset) } ?? name
  }

  public func view(_ name: String) -> DatasetView? { views.first { $0.name == name } }

  // MARK: What a text reads

  /// What a condition or expression over the rows of `dataset` reads; it may read its dataset and lists.
  ///
  /// - Throws: `PipelineError` TF720, TF721 with the place.
  public func check(_ expression: Condition, of dataset: String) throws -> SQLReads {
    do { return try connection.reads(of: expression.sql, in: dataset) } catch {
      throw error.told(at: expression.place(ofByte: error.offset))
    }
  }

  /// What a SELECT of a file reads; it may read every dataset.
  ///
  /// - Throws: `PipelineError` TF720, TF721 with the place.
  public func check(_ select: Condition) throws -> SQLReads {
    try told(SQLText(select)) { try connection.reads(of: select.sql) }
  }

  /// All datasets that a text reads, with those that derived ones are made of.
  public func datasets(behind reads: SQLReads) -> Set<String> { connection.datasets(behind: reads) }

  /// All lists that a text reads, with those behind derived datasets.
  public func lists(behind reads: SQLReads) -> Set<String> { connection.lists(behind: reads) }

  /// What the SELECT of a derived dataset reads; nil of one of exports.
  public func reads(ofDerived dataset: String) -> SQLReads? { connection.reads(ofDerived: dataset) }

  /// The datasets of exports that rows of a dataset come from: itself, or those behind its SELECT.
  public func roots(of dataset: String) -> Set<String> {
    guard let reads = reads(ofDerived: dataset) else { return [dataset] }
    return datasets(behind: reads).filter { self.reads(ofDerived: $0) == nil }
  }

  /// Whether the rows of a dataset depend on the period: a SELECT that makes them has parameters.
  public func isPeriodic(_ dataset: String) -> Bool {
    guard let reads = reads(ofDerived: dataset) else { return false }
    return datasets(behind: reads).union([dataset]).contains {
      self.reads(ofDerived: $0)?.parameters.isEmpty == false
    }
  }

  // MARK: Statements

  /// Prepares a SELECT, with the derived datasets before it that it names.
  ///
  /// - Throws: `PipelineError` TF720, TF721 with the place.
  public func prepare(_ text: SQLText) throws -> GuardedStatement {
    try told(text) { try connection.prepare(text.sql) }
  }

  /// Runs a SELECT and gives each row to `body`.
  ///
  /// - Throws: `PipelineError` TF720 to TF722 with the place; what `body` throws.
  public func forEach(
    _ text: SQLText, _ values: [String: SQLValue], _ body: (GuardedStatement) throws -> Void
  ) throws {
    let statement = try prepare(text)
    try told(text) { try statement.bind(values) }
    defer { statement.reset() }
    while try told(text, { try statement.step() }) { try body(statement) }
  }

  /// Calls `body`; its error is told with the place in the text.
  private func told<Result>(_ text: SQLText, _ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as GuardedSQLError {
      throw error.told(
        at: DatasetConnection.place(of: error, views) ?? text.place(ofByte: error.offset) ?? "SQL")
    }
  }

  // MARK: Rows in memory

  /// Adds a row to a dataset in memory; a column that is not given is NULL.
  public func insert(into dataset: String, _ values: [String: SQLValue]) throws {
    try told(SQLText()) { try connection.insert(into: dataset, values) }
  }

  /// Empties the datasets in memory.
  public func clear() throws { try told(SQLText()) { try connection.clear() } }
}

extension DatasetView.Column.Storage {
  var affinity: String {
    switch self {
    case .text: "TEXT"
    case .number: "NUMERIC"
    case .opaque: "BLOB"
    }
  }
}
