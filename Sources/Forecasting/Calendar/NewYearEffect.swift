import Foundation

/// What the date of the lunar new year does to a monthly series, in logarithms: estimated on large aggregates, taken out
/// before models are fitted and put back into forecasts.
public struct NewYearEffect: Sendable {
  public let windows: [NewYearWindow]
  /// One a window that is kept.
  public let coefficients: [Double]
  /// t values of `coefficients`.
  public let tValues: [Double]

  /// New years a series has to cover.
  public static let leastNewYears = 5

  /// Least squares of the differenced (at 1 and 12) logarithms on the windows, differenced likewise; windows with
  /// |t| < 2 are dropped one by one, the weakest first.
  ///
  /// - Parameters:
  ///   - y: monthly values above zero from `month` of `year` on.
  ///   - keepsAll: drops none.
  /// - Returns: nil where the series covers fewer than five new years or holds a value not above zero, or nothing is
  ///   left.
  public init?(
    _ y: [Double], year: Int, month: Int, windows: [NewYearWindow] = NewYearWindow.standard, keepsAll: Bool = false
  ) {
    // February is when the last new year is over.
    let newYears = (0..<y.count).filter { (month - 1 + $0) % 12 == 1 }.count
    guard newYears >= NewYearEffect.leastNewYears, y.count > 13 + windows.count, y.allSatisfy({ $0 > 0 }) else {
      return nil
    }
    let target = NewYearEffect.differenced(y.map { log($0) })
    var kept = windows
    while !kept.isEmpty {
      let columns = kept.map { NewYearEffect.differenced($0.values(fromYear: year, month: month, count: y.count)) }
      guard let fit = LeastSquares(columns, target) else { return nil }
      let weakest = fit.tValues.indices.min { abs(fit.tValues[$0]) < abs(fit.tValues[$1]) }
      guard let weakest, !keepsAll, abs(fit.tValues[weakest]) < 2 else {
        self.windows = kept
        coefficients = fit.coefficients
        tValues = fit.tValues
        return
      }
      kept.remove(at: weakest)
    }
    return nil
  }

  /// What a month's value is multiplied with because of the new year's date; 1 where it falls as on average.
  public func factors(fromYear year: Int, month: Int, count: Int) -> [Double] {
    let columns = windows.map { $0.values(fromYear: year, month: month, count: count) }
    return (0..<count).map { t in
      var sum = 0.0
      for index in columns.indices { sum += coefficients[index] * columns[index][t] }
      return exp(sum)
    }
  }

  private static func differenced(_ x: [Double]) -> [Double] {
    (13..<max(x.count, 13)).map { t in
      let now: Double = x[t] - x[t - 1]
      let before: Double = x[t - 12] - x[t - 13]
      return now - before
    }
  }
}
