import Forecasting
import Foundation
import Testing

/// The new year's dates and regressors, against Foundation's calendar, R and X-13.
@Suite struct LunarNewYearTests {
  struct Vectors: Decodable {
    let windows: [String: [Int]]
    let monthly: [String: [String: Double]]
    let chinaImports: Imports
  }

  struct Imports: Decodable { let results: [String: Result] }
  struct Result: Decodable { let ols: Fit }

  struct Fit: Decodable {
    let beta: [Double]
    let t: [Double]
  }

  @Test func dates() throws {
    let lines = try Golden.text("cny_dates.csv").split(whereSeparator: \.isNewline).dropFirst()
    #expect(lines.count == 71)
    for line in lines {
      let parts = line.split(whereSeparator: { $0 == "," || $0 == "-" }).compactMap { Int($0) }
      let date = try #require(LunarNewYear.date(parts[0]))
      #expect(date == (parts[2], parts[3]), "\(line)")
    }
    #expect(LunarNewYear.date(1989) == nil && LunarNewYear.date(2061) == nil)
  }

  @Test func regressors() throws {
    let vectors: Vectors = try Golden.read("cny")
    var count = 0
    for (name, ends) in vectors.windows {
      let window = NewYearWindow(ends[0]...ends[1])
      for (month, wanted) in vectors.monthly[name] ?? [:] {
        let parts = month.split(separator: "-").compactMap { Int($0) }
        // The file has twelve decimals.
        #expect(abs(window.value(year: parts[0], month: parts[1]) - wanted) < 1.01e-12, "\(name) \(month)")
        count += 1
      }
    }
    #expect(count > 500)
    #expect(NewYearWindow(0...6).value(year: 2024, month: 8) == 0)
  }

  @Test func effectOnChinasImports() throws {
    let vectors: Vectors = try Golden.read("cny")
    let all = try Golden.text("china_imports_imp_1983-07.csv").split(whereSeparator: \.isNewline).compactMap {
      Double($0)
    }
    // From January 2000 to December 2013.
    let y = Array(all[198..<366])
    let cases: [(String, [ClosedRange<Int>])] = [
      ("hol7", [0...6]), ("pre6+post7", [-6 ... -1, 0...6]), ("pre20+hol8+post20", [-20 ... -1, -1...6, 7...26]),
    ]
    for (name, days) in cases {
      let wanted = try #require(vectors.chinaImports.results[name]?.ols)
      let windows = days.map { NewYearWindow($0) }
      let effect = try #require(NewYearEffect(y, year: 2000, month: 1, windows: windows, keepsAll: true))
      #expect(difference(effect.coefficients, wanted.beta) < 1e-8, "\(name)")
      #expect(difference(effect.tValues, wanted.t) < 1e-3, "\(name)")
    }
    // The days after the feast do not matter there.
    let kept = try #require(NewYearEffect(y, year: 2000, month: 1, windows: cases[2].1.map { NewYearWindow($0) }))
    #expect(kept.windows.map(\.days) == [-20 ... -1, -1...6])
    #expect(kept.tValues.allSatisfy { abs($0) >= 2 })
    // February 2013 had the feast, January 2012 had it.
    let factors = kept.factors(fromYear: 2012, month: 1, count: 14)
    #expect(factors[0] < 0.95 && factors[13] < 1 && factors[5] == 1)
  }

  @Test func needsFiveNewYears() {
    let y = (0..<48).map { 100 + Double($0 % 12) }
    #expect(NewYearEffect(y, year: 2020, month: 1) == nil)
    #expect(NewYearEffect([Double](repeating: 0, count: 120), year: 2010, month: 1) == nil)
  }
}
