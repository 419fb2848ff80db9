import GRDBSQLite

/// A database in memory with an empty table for each dataset and list, and nothing else: what SQLite can prepare on it
/// reads datasets and lists alone, and SQLite tells which.
final class SQLShape {
  private let connection: RawConnection
  private let guarding: Guard
  /// What the SELECT of each derived dataset reads.
  private(set) var derived: [String: SQLReads] = [:]

  init(datasets: [GuardedDataset], lists: [GuardedList], functions: [GuardedFunction]) throws(GuardedSQLError) {
    connection = try RawConnection(path: nil)
    let modules = try connection.texts("SELECT lower(name) FROM pragma_module_list")
    guarding = Guard(
      datasets: Set(datasets.map(\.name)), lists: Set(lists.map(\.name)),
      functions: GuardedFunction.builtIn.union(functions.map(\.name)), secrets: [:], modules: Set(modules))
    // Temporary, so that `main.claims`, which may be a table of the file, is no dataset here either.
    for dataset in datasets where !dataset.isDerived { try create(dataset.name, dataset.columns.map(\.name)) }
    for list in lists { try create(list.name, list.columns) }
    for function in functions where function.register(on: connection.handle) != SQLITE_OK {
      throw connection.problem(.unable)
    }
    guarding.install(on: connection.handle)
    guarding.isOpen = false
    try derive(datasets.filter(\.isDerived))
  }

  /// Derived datasets have the columns that their SELECTs have; one may be made of another, in whatever order.
  private func derive(_ datasets: [GuardedDataset]) throws(GuardedSQLError) {
    var open = datasets
    while !open.isEmpty {
      var left: [GuardedDataset] = []
      var problem: GuardedSQLError?
      for dataset in open {
        guard case .derived(let select) = dataset.source else { continue }
        do throws(GuardedSQLError) {
          let (reads, columns) = try look(at: select)
          guarding.isOpen = true
          defer { guarding.isOpen = false }
          try create(dataset.name, columns)
          derived[dataset.name] = reads
        } catch {
          left.append(dataset)
          problem =
            problem ?? GuardedSQLError(error.kind, error.message, part: .dataset(dataset.name), offset: error.offset)
        }
      }
      if left.count == open.count, let problem { throw problem }
      open = left
    }
  }

  deinit { sqlite3_set_authorizer(connection.handle, nil, nil) }

  private func create(_ name: String, _ columns: [String]) throws(GuardedSQLError) {
    let columns = columns.map(RawConnection.quoted).joined(separator: ", ")
    try connection.execute("CREATE TEMP TABLE \(RawConnection.quoted(name)) (\(columns))")
  }

  /// What the SELECT reads, if it is one that a file may have.
  func reads(of sql: String, only mayRead: Set<String>? = nil) throws(GuardedSQLError) -> SQLReads {
    try look(at: sql, only: mayRead).reads
  }

  private func look(at sql: String, only mayRead: Set<String>? = nil) throws(GuardedSQLError)
    -> (reads: SQLReads, columns: [String])
  {
    let tokens = try SQLShape.tokens(sql)
    guard let first = tokens.first, first.kind == .word, ["select", "with"].contains(first.text.lowercased()) else {
      throw GuardedSQLError(.refused, "no SELECT", offset: tokens.first?.range.lowerBound ?? 0)
    }
    guarding.begin(mayRead: mayRead)
    let (code, statement) = connection.prepare(sql)
    defer { sqlite3_finalize(statement) }
    guard code == SQLITE_OK, let statement else { throw problem(code, tokens) }
    var reads = guarding.reads
    reads.parameters = Set(tokens.filter { $0.kind == .parameter }.map(\.text))
    return (reads, RawConnection.columns(of: statement))
  }

  private func problem(_ code: Int32, _ tokens: [SQLToken]) -> GuardedSQLError {
    let problem = connection.problem(code == SQLITE_AUTH || guarding.refused != nil ? .refused : .wrong)
    guard problem.kind == .refused, problem.offset == 0 else { return problem }
    let culprit = guarding.refused ?? "recursive"
    let place = tokens.first { $0.isNamed(culprit) || ($0.kind == .string && $0.text == culprit) }
    return GuardedSQLError(.refused, problem.message, offset: place?.range.lowerBound ?? 0)
  }

  static func tokens(_ sql: String) throws(GuardedSQLError) -> [SQLToken] {
    do { return try SQLToken.all(in: sql) } catch {
      let message =
        switch error.kind {
        case .unterminated: "unterminated text, name or comment"
        case .openParenthesis: "unclosed parenthesis"
        case .closingParenthesis: "closing parenthesis without an open one"
        case .semicolon: "more than one statement"
        case .parameter: "parameters are :name"
        }
      throw GuardedSQLError(error.kind == .semicolon ? .refused : .wrong, message, offset: error.offset)
    }
  }
}
