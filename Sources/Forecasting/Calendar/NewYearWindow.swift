/// A span of days around the lunar new year, as a regressor of months: the share of its days that falls in the month,
/// less the mean of that calendar month over 1990-2060, so that it says nothing of the season.
///
/// Source: `genhol` of X-13ARIMA-SEATS, with `center = calendar`.
public struct NewYearWindow: Sendable, Equatable {
  /// Day 0 is the new year's day.
  public let days: ClosedRange<Int>
  private let means: [Double]

  /// Before the feast, when people leave; the feast; after it, when they come back and look for work.
  public static let standard = [-20 ... -2, -1...6, 7...26].map(NewYearWindow.init)

  /// - Parameter days: within -21 and 300, so that the window lies in one year.
  public init(_ days: ClosedRange<Int>) {
    precondition(days.lowerBound >= -21 && days.upperBound <= 300)
    self.days = days
    means = (1...12).map { month in
      let sum = LunarNewYear.years.reduce(0) { $0 + NewYearWindow.share(days, $1, month) }
      return sum / Double(LunarNewYear.years.count)
    }
  }

  /// The regressor in a month (1 to 12); 0 outside 1990-2060.
  public func value(year: Int, month: Int) -> Double {
    guard LunarNewYear.years.contains(year) else { return 0 }
    return NewYearWindow.share(days, year, month) - means[month - 1]
  }

  /// The regressor for `count` months from the given one on.
  public func values(fromYear year: Int, month: Int, count: Int) -> [Double] {
    (0..<count).map { step in
      let index = month - 1 + step
      return value(year: year + index / 12, month: index % 12 + 1)
    }
  }

  private static func share(_ days: ClosedRange<Int>, _ year: Int, _ month: Int) -> Double {
    guard let first = LunarNewYear.dayOfYear(year) else { return 0 }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let before = lengths.prefix(month - 1).reduce(0, +)
    let from = max(first + days.lowerBound, before + 1)
    let to = min(first + days.upperBound, before + lengths[month - 1])
    return Double(max(0, to - from + 1)) / Double(days.count)
  }
}
