import Domain
import GRDBSQLite

/// A call of a function by SQLite: its arguments, and where the result goes.
///
/// Called millions of times, so texts are looked at where SQLite holds them.
struct FunctionCall {
  private let context: OpaquePointer?
  private let values: UnsafeMutablePointer<OpaquePointer?>?
  let count: Int

  init(_ context: OpaquePointer?, _ count: Int32, _ values: UnsafeMutablePointer<OpaquePointer?>?) {
    self.context = context
    self.count = Int(count)
    self.values = values
  }

  /// What the function was made with.
  func rules<Rules: AnyObject>(_ type: Rules.Type) -> Rules? {
    sqlite3_user_data(context).map { Unmanaged<Rules>.fromOpaque($0).takeUnretainedValue() }
  }

  // MARK: Arguments

  private func value(_ place: Int) -> OpaquePointer? { values?[place] }

  func isNull(_ place: Int) -> Bool { sqlite3_value_type(value(place)) == SQLITE_NULL }

  func isText(_ place: Int) -> Bool { sqlite3_value_type(value(place)) == SQLITE_TEXT }

  func isNumber(_ place: Int) -> Bool {
    let type = sqlite3_value_type(value(place))
    return type == SQLITE_INTEGER || type == SQLITE_FLOAT
  }

  /// True where one of the arguments is NULL.
  var hasNull: Bool { (0..<count).contains(where: isNull) }

  func integer(_ place: Int) -> Int { Int(sqlite3_value_int64(value(place))) }

  func double(_ place: Int) -> Double { sqlite3_value_double(value(place)) }

  /// The text of an argument, which stays until the function returns.
  func bytes(_ place: Int) -> UnsafeBufferPointer<UInt8> {
    let text = sqlite3_value_text(value(place))
    return UnsafeBufferPointer(start: text, count: Int(sqlite3_value_bytes(value(place))))
  }

  func text(_ place: Int) -> String { String(decoding: bytes(place), as: UTF8.self) }

  /// The date of an argument; nil, after telling SQLite, where it is none.
  func day(_ place: Int) -> Day? {
    let bytes = bytes(place)
    if bytes.count == 10, bytes[7] == UInt8(ascii: "-"), let month = FunctionCall.month(bytes),
      let number = FunctionCall.number(bytes[8..<10]),
      let day = Day(year: month.year, month: month.number, day: number)
    {
      return day
    }
    fail("\(text(place)) 不是日期")
    return nil
  }

  /// Year and month (1...12) of a date or month; nil, after telling SQLite, where it is none.
  func month(_ place: Int) -> (year: Int, number: Int)? {
    let bytes = bytes(place)
    if bytes.count == 7 || bytes.count == 10, let month = FunctionCall.month(bytes) { return month }
    fail("\(text(place)) 不是月份或日期")
    return nil
  }

  private static func month(_ bytes: UnsafeBufferPointer<UInt8>) -> (year: Int, number: Int)? {
    guard bytes[4] == UInt8(ascii: "-"), let year = number(bytes[0..<4]), let month = number(bytes[5..<7]),
      (1...12).contains(month)
    else { return nil }
    return (year, month)
  }

  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var value = 0
    for byte in digits {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }

  // MARK: Results

  func null() { sqlite3_result_null(context) }

  func give(_ value: Int) { sqlite3_result_int64(context, Int64(value)) }

  func give(_ flag: Bool) { sqlite3_result_int(context, flag ? 1 : 0) }

  func give(_ text: String) { sqlite3_result_text(context, text, -1, FunctionCall.copied) }

  func give(argument place: Int) { sqlite3_result_value(context, value(place)) }

  /// A date, `2026-07-01`; an error beyond the year 9999.
  func give(_ day: Day) {
    let parts = day.components
    guard (1900...9999).contains(parts.year) else { return fail("日期超出 1900 年至 9999 年") }
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 10) { text in
      func put(_ value: Int, _ place: Int, _ digits: Int) {
        var rest = value
        for offset in (0..<digits).reversed() {
          text[place + offset] = CChar(48 + rest % 10)
          rest /= 10
        }
      }
      put(parts.year, 0, 4)
      text[4] = 45
      put(parts.month, 5, 2)
      text[7] = 45
      put(parts.day, 8, 2)
      sqlite3_result_text(context, text.baseAddress, 10, FunctionCall.copied)
    }
  }

  /// Stops the statement: a value that a function cannot take is a mistake of the condition, and no answer is better
  /// than a wrong one.
  func fail(_ message: String) { sqlite3_result_error(context, message, -1) }

  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
