/// The days that an export speaks of, as its name tells them.
public enum FileDays {
  /// `51job-2023-12.csv`, `岗位20260820.csv`, `2026Q3.csv`, `2026年8月.csv`, `2026年第三季度.csv`, `2026上半年.csv`; nil
  /// where the name tells none, or several.
  public static func named(_ name: String) -> ClosedRange<Day>? {
    let characters = Array(TextFold.fold(name))
    var found: Set<ClosedRange<Day>> = []
    for place in characters.indices.dropLast(3) {
      guard place == 0 || !isDigit(characters[place - 1]),
        let year = number(characters, place, 4), (2000...2099).contains(year)
      else { continue }
      if let days = days(of: year, characters[(place + 4)...]) { found.insert(days) }
    }
    return found.count == 1 ? found.first : nil
  }

  private static let quarters: [(String, Int)] = [
    ("q1", 1), ("q2", 2), ("q3", 3), ("q4", 4), ("一季度", 1), ("二季度", 2), ("三季度", 3), ("四季度", 4), ("1季度", 1), ("2季度", 2),
    ("3季度", 3), ("4季度", 4),
  ]

  private static func days(of year: Int, _ rest: ArraySlice<Character>) -> ClosedRange<Day>? {
    var rest = rest
    if rest.first == "年" { rest = rest.dropFirst() }
    if rest.first == "第" { rest = rest.dropFirst() }
    if let (_, quarter) = quarters.first(where: { rest.starts(with: $0.0) }) { return days("\(year)Q\(quarter)") }
    if rest.starts(with: "上半年") || rest.starts(with: "h1") { return days("\(year)H1") }
    if rest.starts(with: "下半年") || rest.starts(with: "h2") { return days("\(year)H2") }
    let digits = rest.prefix(while: isDigit)
    if digits.count == 4, let month = Int(String(digits.prefix(2))), let day = Int(String(digits.suffix(2))) {
      return Day(year: year, month: month, day: day).map { $0...$0 }
    }
    if digits.count == 2 { return month(year, digits, rest.dropFirst(2)) }
    guard digits.isEmpty || rest.first.map({ "年".contains($0) }) ?? false else {
      return digits.count == 1 && rest.dropFirst().first == "月" ? month(year, digits, rest.dropFirst()) : nil
    }
    guard let mark = rest.first, "-_.".contains(mark) else { return nil }
    let own = rest.dropFirst().prefix(while: isDigit)
    guard (1...2).contains(own.count) else { return nil }
    return month(year, own, rest.dropFirst(1 + own.count))
  }

  /// A month, or the day of it that follows.
  private static func month(
    _ year: Int, _ digits: ArraySlice<Character>, _ rest: ArraySlice<Character>
  ) -> ClosedRange<Day>? {
    guard let month = Int(String(digits)), (1...12).contains(month) else { return nil }
    let own = rest.dropFirst().prefix(while: isDigit)
    if let mark = rest.first, "-_.月".contains(mark), (1...2).contains(own.count), let number = Int(String(own)),
      let day = Day(year: year, month: month, day: number)
    {
      return day...day
    }
    return days("\(year)M" + (month < 10 ? "0\(month)" : "\(month)"))
  }

  private static func days(_ text: String) -> ClosedRange<Day>? { Period(text).map { $0.firstDay...$0.lastDay } }

  private static func number(_ characters: [Character], _ place: Int, _ width: Int) -> Int? {
    let digits = characters[place..<(place + width)]
    return digits.allSatisfy(isDigit) ? Int(String(digits)) : nil
  }

  private static func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
}
