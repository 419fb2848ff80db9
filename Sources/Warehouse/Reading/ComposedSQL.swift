/// A statement with the derived datasets before it, that knows what stands where.
struct ComposedSQL {
  private(set) var sql = ""
  private var parts: [(range: Range<Int>, part: GuardedSQLError.Part, offset: Int)] = []
  /// Where the parameters of the statement and of the datasets stand: part and byte.
  private(set) var parameters: [String: (part: GuardedSQLError.Part, offset: Int)] = [:]

  /// - Parameter before: names of the datasets, and the SELECTs that they are.
  init(_ statement: String, tokens: [SQLToken], before: [(name: String, select: String)]) {
    // A statement that begins with WITH goes on with the list that the datasets begin.
    let keyword = tokens.first.flatMap { $0.isNamed("with") ? $0.range.upperBound : nil }
    for (number, one) in before.enumerated() {
      sql += (number == 0 ? "WITH " : ", ") + RawConnection.quoted(one.name) + " AS ("
      add(one.select, .dataset(one.name), offset: 0)
      sql += "\n)"
    }
    if let keyword, !before.isEmpty {
      sql += ", "
      add(String(decoding: Array(statement.utf8)[keyword...], as: UTF8.self), .statement, offset: keyword)
    } else {
      sql += before.isEmpty ? "" : "\n"
      add(statement, .statement, offset: 0)
    }
    for token in tokens where token.kind == .parameter {
      parameters[token.text] = (.statement, token.range.lowerBound)
    }
  }

  private mutating func add(_ text: String, _ part: GuardedSQLError.Part, offset: Int) {
    let start = sql.utf8.count
    sql += text
    parts.append((start..<sql.utf8.count, part, offset))
  }

  /// The error of SQLite with the part that it stands in.
  func placed(_ error: GuardedSQLError) -> GuardedSQLError {
    let found = parts.first { $0.range.contains(error.offset) } ?? parts.last
    guard let found else { return error }
    let within = min(max(error.offset - found.range.lowerBound, 0), found.range.count)
    return GuardedSQLError(error.kind, error.message, part: found.part, offset: within + found.offset)
  }

  /// A parameter that was not given a value.
  func missing(_ name: String) -> GuardedSQLError {
    let place = parameters[name]
    return GuardedSQLError(
      .unable, "no value for :\(name)", part: place?.part ?? parts.first?.part ?? .statement, offset: place?.offset ?? 0
    )
  }
}
