import GRDBSQLite

/// Says of each thing that a statement wants whether it may: the authorizer of a connection.
final class Guard {
  /// True while the program itself prepares its views and tables.
  var isOpen = true
  /// The datasets that the statement may read; nil: each.
  var mayRead: Set<String>?
  private(set) var reads = SQLReads()
  /// The name of what was refused first.
  private(set) var refused: String?

  private let datasets: Set<String>
  private let lists: Set<String>
  private let functions: Set<String>
  /// Names that nobody can guess, of the views over tables of the file; each with the dataset that is made of it.
  ///
  /// SQLite tells by the name of the innermost view or CTE who reads, and a CTE may have any name that is known.
  private let secrets: [String: String]
  /// Virtual tables that exist without having been made.
  private let modules: Set<String>

  init(
    datasets: Set<String>, lists: Set<String>, functions: Set<String>, secrets: [String: String], modules: Set<String>
  ) {
    self.datasets = datasets
    self.lists = lists
    self.functions = functions
    self.secrets = secrets
    self.modules = modules
  }

  func begin(mayRead: Set<String>? = nil) {
    self.mayRead = mayRead
    reads = SQLReads()
    refused = nil
  }

  func install(on connection: OpaquePointer) {
    sqlite3_set_authorizer(
      connection,
      { client, action, first, second, database, innermost in
        guard let client else { return SQLITE_DENY }
        let guarding = Unmanaged<Guard>.fromOpaque(client).takeUnretainedValue()
        if guarding.isOpen { return SQLITE_OK }
        func text(_ pointer: UnsafePointer<CChar>?) -> String? { pointer.map { String(cString: $0) } }
        let allowed = guarding.allows(
          action, text(first), text(second), in: text(database), within: text(innermost))
        return allowed ? SQLITE_OK : SQLITE_DENY
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  private func allows(
    _ action: Int32, _ first: String?, _ second: String?, in database: String?, within innermost: String?
  ) -> Bool {
    let allowed: Bool
    switch action {
    case SQLITE_SELECT: allowed = true
    case SQLITE_FUNCTION:
      // Within a view of the program its own functions may be called.
      let isOwn = innermost.map { secrets[$0] != nil } ?? false
      allowed = isOwn || second.map { functions.contains($0.lowercased()) } ?? false
    case SQLITE_READ:
      allowed = first.map { mayRead($0, second ?? "", database, innermost) } ?? false
    default: allowed = false
    }
    if !allowed, refused == nil { refused = action == SQLITE_FUNCTION ? second : first ?? second }
    return allowed
  }

  private func mayRead(_ table: String, _ column: String, _ database: String?, _ innermost: String?) -> Bool {
    if let innermost, secrets[innermost] != nil { return true }
    if let dataset = secrets[table] { return dataset == innermost }
    // Where no column is read SQLite names no database, and the table is what is left after views are flattened into
    // it. On the connection that has tables of a file this says nothing: there texts come that have been checked before
    // against datasets alone.
    if column.isEmpty, !secrets.isEmpty { return true }
    if datasets.contains(table) {
      guard database ?? "temp" == "temp", mayRead?.contains(table) ?? true else { return false }
      reads.datasets[table, default: []].formUnion(column.isEmpty ? [] : [column])
      return true
    }
    if lists.contains(table) {
      guard database ?? "temp" == "temp" else { return false }
      reads.lists.insert(table)
      return true
    }
    if table == "json_each" { return true }
    // A CTE of the statement itself, of which no column is read.
    let lower = table.lowercased()
    return column.isEmpty && !lower.hasPrefix("sqlite_") && !lower.hasPrefix("pragma_") && !modules.contains(lower)
  }
}
