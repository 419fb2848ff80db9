import GRDBSQLite

/// A function that SQL may call; deterministic, of its arguments alone.
public struct GuardedFunction: @unchecked Sendable {
  public typealias Body =
    @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void

  public let name: String
  /// -1: any number.
  public let arguments: Int
  let body: Body
  /// What `sqlite3_user_data` gives the body; never changed once it is made.
  let context: AnyObject?

  /// - Parameter context: what `sqlite3_user_data` gives the body, unretained; must not change.
  public init(_ name: String, arguments: Int, context: AnyObject? = nil, body: @escaping Body) {
    self.name = name
    self.arguments = arguments
    self.context = context
    self.body = body
  }

  func register(on connection: OpaquePointer) -> Int32 {
    let client = context.map { Unmanaged.passRetained($0).toOpaque() }
    return sqlite3_create_function_v2(
      connection, name, Int32(arguments), SQLITE_UTF8 | SQLITE_DETERMINISTIC, client, body, nil, nil
    ) { client in
      if let client { Unmanaged<AnyObject>.fromOpaque(client).release() }
    }
  }

  /// The functions of SQLite that SQL of a file may call: of their arguments alone, so without the clock and chance.
  public static let builtIn: Set<String> = [
    "coalesce", "substr", "min", "max", "sum", "count", "avg", "abs", "round", "instr", "length", "like", "json_each",
    "json_array_length", "json_group_array", "row_number", "lag", "lead", "nullif", "ifnull", "upper", "lower", "trim",
    "replace", "total", "group_concat",
  ]
}
