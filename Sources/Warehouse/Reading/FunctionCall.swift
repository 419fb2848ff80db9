import GRDBSQLite

/// A call of a function by SQLite: its arguments, and where the result goes.
///
/// Called millions of times, so texts are looked at where SQLite holds them.
public struct FunctionCall {
  private let context: OpaquePointer?
  private let values: UnsafeMutablePointer<OpaquePointer?>?
  public let count: Int

  public init(_ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?) {
    self.context = context
    self.count = Int(count)
    self.values = values
  }

  /// What the function was made with.
  public func rules<Rules: AnyObject>(_ type: Rules.Type) -> Rules? {
    sqlite3_user_data(context).map { Unmanaged<Rules>.fromOpaque($0).takeUnretainedValue() }
  }

  // MARK: Arguments

  private func value(_ place: Int) -> OpaquePointer? { values?[place] }

  public func isNull(_ place: Int) -> Bool { sqlite3_value_type(value(place)) == SQLITE_NULL }

  public func isText(_ place: Int) -> Bool { sqlite3_value_type(value(place)) == SQLITE_TEXT }

  public func isNumber(_ place: Int) -> Bool {
    let type = sqlite3_value_type(value(place))
    return type == SQLITE_INTEGER || type == SQLITE_FLOAT
  }

  /// True where one of the arguments is NULL.
  public var hasNull: Bool { (0..<count).contains(where: isNull) }

  public func integer(_ place: Int) -> Int { Int(sqlite3_value_int64(value(place))) }

  public func double(_ place: Int) -> Double { sqlite3_value_double(value(place)) }

  /// The text of an argument, which stays until the function returns.
  public func bytes(_ place: Int) -> UnsafeBufferPointer<UInt8> {
    let text = sqlite3_value_text(value(place))
    return UnsafeBufferPointer(start: text, count: Int(sqlite3_value_bytes(value(place))))
  }

  public func text(_ place: Int) -> String { String(decoding: bytes(place), as: UTF8.self) }

  // MARK: Results

  public func null() { sqlite3_result_null(context) }

  public func give(_ value: Int) { sqlite3_result_int64(context, Int64(value)) }

  public func give(_ flag: Bool) { sqlite3_result_int(context, flag ? 1 : 0) }

  public func give(_ text: String) { sqlite3_result_text(context, text, -1, FunctionCall.copied) }

  public func give(argument place: Int) { sqlite3_result_value(context, value(place)) }

  /// UTF-8, copied.
  public func give(_ text: UnsafeBufferPointer<CChar>) {
    sqlite3_result_text(context, text.baseAddress, Int32(text.count), FunctionCall.copied)
  }

  /// UTF-8 that stays where it is as long as the connection.
  public func give(staying text: UnsafeBufferPointer<UInt8>) {
    text.withMemoryRebound(to: CChar.self) { sqlite3_result_text(context, $0.baseAddress, Int32($0.count), nil) }
  }

  /// Stops the statement: a value that a function cannot take is a mistake of the condition, and no answer is better
  /// than a wrong one.
  public func fail(_ message: String) { sqlite3_result_error(context, message, -1) }

  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
