import GRDB

/// What SQLite says of a call that failed.
public struct DatabaseError: Error, Sendable, CustomStringConvertible {
  /// The result codes of SQLite that somebody here tells apart; https://sqlite.org/rescode.html.
  public enum Code: Int32, Sendable {
    case error = 1
    case internalError = 2
    case permission = 3
    case busy = 5
    case locked = 6
    case readOnly = 8
    case inputOutput = 10
    case corrupt = 11
    case full = 13
    case cannotOpen = 14
    case constraint = 19
    case misuse = 21
    case notADatabase = 26
  }

  /// The extended result code, of which the lowest byte is the code.
  public let extendedCode: Int32
  public let message: String?
  /// The statement; nil where there was none.
  public let sql: String?

  public init(_ code: Code, message: String? = nil, sql: String? = nil) {
    self.init(extendedCode: code.rawValue, message: message, sql: sql)
  }

  public init(extendedCode: Int32, message: String? = nil, sql: String? = nil) {
    self.extendedCode = extendedCode
    self.message = message
    self.sql = sql
  }

  /// Nil for a code that nobody here tells from others.
  public var code: Code? { Code(rawValue: extendedCode & 0xFF) }

  /// A journal of a killed run stands beside the file, and whoever only reads may not play it back.
  public var needsRecovery: Bool {
    // SQLITE_READONLY_RECOVERY and SQLITE_READONLY_ROLLBACK.
    [8 | 1 << 8, 8 | 3 << 8].contains(extendedCode)
  }

  public var description: String {
    "SQLite \(extendedCode): \(message ?? "")" + (sql.map { " - \($0)" } ?? "")
  }

  /// Runs `body`; an error of the library is thrown as one of these.
  static func told<Result>(_ body: () throws -> Result) throws -> Result {
    do { return try body() } catch let error as GRDB.DatabaseError {
      throw DatabaseError(extendedCode: error.extendedResultCode.rawValue, message: error.message, sql: error.sql)
    }
  }
}
