/// A calendar quarter: what one export file covers.
struct Quarter {
  let year: Int
  /// 1 to 4.
  let number: Int

  /// 2023Q1 to 2026Q3.
  static let all: [Quarter] = (0..<15).map { Quarter(year: 2023 + $0 / 4, number: $0 % 4 + 1) }

  /// Quarters since 2023Q1.
  var index: Int { (year - 2023) * 4 + number - 1 }

  /// `2026Q3`.
  var name: String { "\(year)Q\(number)" }

  var first: SampleDay { SampleDay(year, number * 3 - 2, 1) }

  var last: SampleDay { (number == 4 ? SampleDay(year + 1, 1, 1) : SampleDay(year, number * 3 + 1, 1)) + -1 }
}
