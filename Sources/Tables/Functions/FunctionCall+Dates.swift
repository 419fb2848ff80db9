import Domain
import Warehouse

extension FunctionCall {
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
      give(UnsafeBufferPointer(text))
    }
  }
}
