/// Names that datasets and fields cannot have, since SQL or the warehouse has them.
enum Reserved {
  /// Tables of the warehouse that are no datasets.
  static let tables: Set<String> = [
    "run", "file", "setting", "finding_count", "unit", "employer", "cube", "cube_axis", "cross_cell", "figure",
    "forecast", "forecast_warning", "forecast_score", "shortage_base", "shortage_run", "shortage_index",
    "shortage_member", "disclosed", "disclosed_vintage", "disclosed_count", "disclosed_sum", "disclosed_proof",
    "disclosed_proof_count", "file_header",
    "file_value", "file_coded",
    "night", "alert", "screened", "screen_finding", "json_each",
  ]

  /// Columns that the loader makes.
  static let columns: Set<String> = [
    "id", "key_check", "content", "file", "line", "unit", "employer", "ends_on", "copy_group", "is_copy", "is_repost",
    "entry", "listed_on", "delisted_on",
  ]

  /// Words that SQLite does not take for a name (of its keywords those without a fallback to one).
  private static let words: Set<String> = [
    "add", "all", "alter", "and", "as", "autoincrement", "between", "case", "check", "collate", "commit", "constraint",
    "create", "cross", "current_date", "current_time", "current_timestamp", "default", "deferrable", "delete",
    "distinct",
    "drop", "else", "escape", "exists", "foreign", "from", "full", "group", "having", "in", "index", "inner", "insert",
    "intersect", "into", "is", "isnull", "join", "key", "left", "limit", "natural", "not", "nothing", "notnull", "null",
    "on", "or", "order", "outer", "primary", "references", "returning", "right", "rowid", "select", "set", "table",
    "then", "to", "transaction", "union", "unique", "update", "using", "values", "when", "where",
  ]

  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first), text.utf8.count <= 40, !words.contains(text)
    else {
      return false
    }
    return text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_") }
  }
}
