import Domain
import Warehouse

/// Functions of dates alone. Of NULL they are NULL.
enum DateFunctions {
  static var all: [GuardedFunction] { [addDays, days, addMonths, months, quarter] }

  /// `add_days(day, count)`
  private static var addDays: GuardedFunction {
    GuardedFunction("add_days", arguments: 2) {
      let call = FunctionCall($0, $1, $2)
      guard !call.hasNull, let day = call.day(0) else { return }
      call.give(Day(ordinal: day.ordinal + max(-10_000_000, min(call.integer(1), 10_000_000))))
    }
  }

  /// `days(first, last)`: natural days from one to the other.
  private static var days: GuardedFunction {
    GuardedFunction("days", arguments: 2) {
      let call = FunctionCall($0, $1, $2)
      guard !call.hasNull, let first = call.day(0), let last = call.day(1) else { return }
      call.give(last.ordinal - first.ordinal)
    }
  }

  /// `add_months(day, count)`: the same day of the month, or its last.
  private static var addMonths: GuardedFunction {
    GuardedFunction("add_months", arguments: 2) {
      let call = FunctionCall($0, $1, $2)
      guard !call.hasNull, let day = call.day(0) else { return }
      let parts = day.components
      let month = parts.year * 12 + parts.month - 1 + max(-200_000, min(call.integer(1), 200_000))
      let (year, number) = (month / 12, month % 12 + 1)
      let last = Day.length(ofMonth: max(number, 1), year: year)
      guard month > 0, let moved = Day(year: year, month: number, day: min(parts.day, last)) else {
        return call.fail("日期超出 1900 年至 9999 年")
      }
      call.give(moved)
    }
  }

  /// `months(first, last)`: months from one to the other, of dates or months, without looking at days.
  private static var months: GuardedFunction {
    GuardedFunction("months", arguments: 2) {
      let call = FunctionCall($0, $1, $2)
      guard !call.hasNull, let first = call.month(0), let last = call.month(1) else { return }
      call.give((last.year - first.year) * 12 + last.number - first.number)
    }
  }

  /// `quarter(day)`: `2026Q3`
  private static var quarter: GuardedFunction {
    GuardedFunction("quarter", arguments: 1) {
      let call = FunctionCall($0, $1, $2)
      guard !call.hasNull, let month = call.month(0) else { return }
      call.give("\(month.year)Q\((month.number + 2) / 3)")
    }
  }
}
