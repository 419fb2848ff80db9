import GRDBSQLite

/// Reads a warehouse with SQL of files: datasets, lists and a closed list of functions, and nothing else.
///
/// A text is first prepared on a `SQLShape`, where nothing but datasets and lists exists; then on the file, where the
/// datasets are views. Belongs to one thread. While a statement is between two rows the file is locked for writers.
public final class GuardedConnection {
  let raw: RawConnection
  let budget: SQLBudget
  private let shape: SQLShape
  private let guarding: Guard
  private let datasets: [String: GuardedDataset]
  private var pendingLists: [String: GuardedList]

  /// Steps of SQLite's machine that a statement may take: some minutes.
  public static let usualLimit = 4_000_000_000

  /// - Parameters:
  ///   - path: a file, opened for reading only; nil: a database in memory, for datasets whose source is `rows`.
  ///   - viewFunctions: what the views themselves call; no text of a file may.
  ///   - isPublic: without the rows of `neverPublic`.
  ///   - limit: steps of SQLite's machine that a statement may take.
  /// - Throws: `GuardedSQLError`, also for a view that does not fit the file.
  public init(
    path: String?, datasets: [GuardedDataset], lists: [GuardedList], functions: [GuardedFunction],
    viewFunctions: [GuardedFunction] = [], isPublic: Bool = false, limit: Int = usualLimit
  ) throws(GuardedSQLError) {
    shape = try SQLShape(datasets: datasets, lists: lists, functions: functions)
    raw = try RawConnection(path: path)
    budget = SQLBudget(limit: limit)
    self.datasets = Dictionary(datasets.map { ($0.name, $0) }) { first, _ in first }
    pendingLists = Dictionary(lists.map { ($0.name, $0) }) { first, _ in first }
    let stored = datasets.filter { !$0.isDerived }
    let secret = (0..<4).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
    guarding = Guard(
      datasets: Set(datasets.map(\.name)), lists: Set(lists.map(\.name)),
      functions: GuardedFunction.builtIn.union(functions.map(\.name)),
      secrets: Dictionary(uniqueKeysWithValues: stored.map { ("\($0.name)_\(secret)", $0.name) }), modules: [])
    for function in functions + viewFunctions where function.register(on: raw.handle) != SQLITE_OK {
      throw raw.problem(.unable)
    }
    for dataset in stored { try create(dataset, inner: "\(dataset.name)_\(secret)", isPublic: isPublic) }
    guarding.install(on: raw.handle)
    guarding.isOpen = false
    budget.install(on: raw.handle)
  }

  deinit {
    sqlite3_set_authorizer(raw.handle, nil, nil)
    sqlite3_progress_handler(raw.handle, 0, nil, nil)
  }

  private func create(_ dataset: GuardedDataset, inner: String, isPublic: Bool) throws(GuardedSQLError) {
    let outer = RawConnection.quoted(dataset.name)
    let inner = RawConnection.quoted(inner)
    let columns = dataset.columns.map { RawConnection.quoted($0.name) }.joined(separator: ", ")
    switch dataset.source {
    case .view(let select): try raw.execute("CREATE TEMP VIEW \(inner) (\(columns)) AS \(select)")
    case .rows:
      let typed = dataset.columns.map { "\(RawConnection.quoted($0.name)) \($0.affinity)" }.joined(separator: ", ")
      try raw.execute("CREATE TABLE \(outer) (\(typed))")
      try raw.execute("CREATE TEMP VIEW \(inner) AS SELECT \(columns) FROM main.\(outer)")
    case .derived: return
    }
    var rule = ""
    if isPublic, let condition = dataset.neverPublic {
      _ = try reads(of: condition, in: dataset.name)
      rule = " WHERE NOT (\(condition)\n)"
    }
    try raw.execute("CREATE TEMP VIEW \(outer) AS SELECT \(columns) FROM \(inner)\(rule)")
    guard let probe = raw.prepare("SELECT * FROM \(outer)").statement else { throw raw.problem(.unable) }
    sqlite3_finalize(probe)
  }

  // MARK: What a text reads

  /// What a SELECT reads, if it is one that a file may have.
  ///
  /// - Throws: `GuardedSQLError` with the byte within `sql`.
  public func reads(of sql: String) throws(GuardedSQLError) -> SQLReads { try shape.reads(of: sql) }

  /// What a condition or expression over the rows of a dataset reads, if it is one whole expression that keeps to its
  /// dataset and to lists.
  ///
  /// - Throws: `GuardedSQLError` with the byte within `expression`.
  public func reads(of expression: String, in dataset: String) throws(GuardedSQLError) -> SQLReads {
    // In parentheses a SELECT would be an expression too.
    if let first = try SQLShape.tokens(expression).first, ["select", "with", "values"].contains(where: first.isNamed) {
      throw GuardedSQLError(.refused, "no expression", offset: first.range.lowerBound)
    }
    let before = "SELECT 1 FROM \(RawConnection.quoted(dataset)) WHERE ("
    do throws(GuardedSQLError) { return try shape.reads(of: before + expression + "\n)", only: [dataset]) } catch {
      let offset = min(max(error.offset - before.utf8.count, 0), expression.utf8.count)
      throw GuardedSQLError(error.kind, error.message, offset: offset)
    }
  }

  /// What the SELECT of a derived dataset reads; nil of one of exports.
  public func reads(ofDerived dataset: String) -> SQLReads? { shape.derived[dataset] }

  /// The derived datasets that a text names, and those that they name.
  private func derived(_ reads: SQLReads) -> (names: [String], lists: Set<String>) {
    var names: [String] = []
    var lists = reads.lists
    var open = reads.datasets.keys.sorted()
    while let name = open.popLast() {
      guard let inner = shape.derived[name], !names.contains(name) else { continue }
      names.append(name)
      lists.formUnion(inner.lists)
      open += inner.datasets.keys.sorted()
    }
    return (names, lists)
  }

  /// All datasets that a SELECT reads, also through derived ones; those of exports and those derived.
  public func datasets(behind reads: SQLReads) -> Set<String> {
    var all = Set(reads.datasets.keys)
    for name in derived(reads).names { all.formUnion(shape.derived[name].map { Set($0.datasets.keys) } ?? []) }
    return all
  }

  /// All lists that a SELECT reads, also through derived datasets.
  public func lists(behind reads: SQLReads) -> Set<String> { derived(reads).lists }

  // MARK: Statements

  /// Prepares a SELECT, with the derived datasets before it that it names.
  ///
  /// - Throws: `GuardedSQLError` with the byte within `sql` or within the SELECT of a derived dataset.
  public func prepare(_ sql: String) throws(GuardedSQLError) -> GuardedStatement {
    let used = derived(try shape.reads(of: sql))
    try fill(used.lists)
    let composed = ComposedSQL(
      sql, tokens: try SQLShape.tokens(sql),
      before: used.names.map { name in
        if case .derived(let select)? = datasets[name]?.source { (name, select) } else { (name, "") }
      })
    guarding.begin()
    let (code, statement) = raw.prepare(composed.sql)
    guard code == SQLITE_OK, let statement else {
      sqlite3_finalize(statement)
      throw composed.placed(raw.problem(code == SQLITE_AUTH ? .refused : .wrong))
    }
    return GuardedStatement(statement, self, composed)
  }

  private func fill(_ names: Set<String>) throws(GuardedSQLError) {
    for name in names.sorted() {
      guard let list = pendingLists.removeValue(forKey: name) else { continue }
      guarding.isOpen = true
      defer { guarding.isOpen = false }
      let columns = list.columns.map(RawConnection.quoted).joined(separator: ", ")
      try raw.execute("CREATE TEMP TABLE \(RawConnection.quoted(name)) (\(columns))")
      try insert(list.rows(), into: "temp.\(RawConnection.quoted(name))", columns: list.columns)
    }
  }

  // MARK: Rows in memory

  /// Adds a row to a dataset whose source is `rows`; a column that is not given is NULL.
  public func insert(into dataset: String, _ values: [String: SQLValue]) throws(GuardedSQLError) {
    guard let columns = datasets[dataset]?.columns.map(\.name), values.keys.allSatisfy(columns.contains) else {
      throw GuardedSQLError(.wrong, "no such dataset or column", part: .dataset(dataset))
    }
    guarding.isOpen = true
    defer { guarding.isOpen = false }
    let names = columns.filter { values[$0] != nil }
    try insert([names.map { values[$0] ?? .null }], into: "main.\(RawConnection.quoted(dataset))", columns: names)
  }

  /// Empties all datasets whose source is `rows`.
  public func clear() throws(GuardedSQLError) {
    guarding.isOpen = true
    defer { guarding.isOpen = false }
    for dataset in datasets.values where dataset.source == .rows {
      try raw.execute("DELETE FROM main.\(RawConnection.quoted(dataset.name))")
    }
  }

  private func insert(_ rows: [[SQLValue]], into table: String, columns: [String]) throws(GuardedSQLError) {
    let names = columns.map(RawConnection.quoted).joined(separator: ", ")
    let places = columns.map { _ in "?" }.joined(separator: ", ")
    let values = columns.isEmpty ? "DEFAULT VALUES" : "(\(names)) VALUES (\(places))"
    let sql = "INSERT INTO \(table) \(values)"
    guard let statement = raw.prepare(sql).statement else { throw raw.problem(.unable) }
    defer { sqlite3_finalize(statement) }
    for row in rows {
      for (place, value) in row.enumerated() { value.bind(statement, Int32(place + 1)) }
      guard sqlite3_step(statement) == SQLITE_DONE else { throw raw.problem(.unable) }
      sqlite3_reset(statement)
    }
  }
}
