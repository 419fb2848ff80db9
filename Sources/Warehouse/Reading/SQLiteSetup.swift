import CSQLite

/// What is set for all connections of the process, before the first one.
enum SQLiteSetup {
  /// Done at the first use.
  static let done: Void = tf_sqlite_count_no_memory()
}
