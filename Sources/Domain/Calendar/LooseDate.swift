/// A date that a text does not state in full, or not as a date: read with the days that its file speaks of.
public struct LooseDate: Sendable, Equatable {
  /// What to tell once a file.
  public enum Kind: Sendable {
    case full
    /// Its year, or its day, is that of the file.
    case byFile
    /// A spreadsheet's number of days.
    case serial
  }

  public let day: Day
  public let kind: Kind

  /// Reads `11-20`, `5月13日更新`, `26.8.8`, `昨天`, `3天前`, and the numbers that a spreadsheet counts days by.
  ///
  /// - Parameters:
  ///   - days: those that the file speaks of; nil where nobody knows: then a date without a year is none.
  ///   - ahead: whether the date may lie behind them, as a deadline does; else it is the last one up to their end.
  /// - Returns: nil where the day is not sure.
  public init?(_ text: String, within days: ClosedRange<Day>?, ahead: Bool) {
    let text = LooseDate.bare(TextFold.fold(text))
    if let day = DateText.parse(text) {
      (self.day, kind) = (day, .full)
    } else if let day = LooseDate.serial(text) {
      (self.day, kind) = (day, .serial)
    } else if let days, let day = LooseDate.relative(text, to: days) {
      (self.day, kind) = (day, .byFile)
    } else if let date = LooseDate.parted(text, days, ahead) {
      self = date
    } else {
      return nil
    }
  }

  private init(_ day: Day, _ kind: Kind) { (self.day, self.kind) = (day, kind) }

  private static let before = ["发布于", "更新于", "发布时间:", "更新时间:", "发布日期:", "截至", "截止"]
  private static let behind = ["发布", "更新", "刷新", "截止", "登记", "止", "前"]

  private static func bare(_ text: String) -> String {
    var text = Substring(text)
    if let word = before.first(where: text.hasPrefix) { text = text.dropFirst(word.count) }
    // 3天前 ends with the same word as 5月13日前.
    if !text.hasSuffix("天前"), !text.hasSuffix("周前"), text != "前天",
      let word = behind.first(where: { text.hasSuffix($0) && text.count > $0.count })
    {
      text = text.dropLast(word.count)
    }
    return String(text)
  }

  /// Days since 1899-12-30, as spreadsheets count them, from 1982 to 2064; a fraction is the time of the day.
  private static func serial(_ text: String) -> Day? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts[0].utf8.count == 5, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }),
      let count = Int(parts[0]), (30_000...60_000).contains(count)
    else { return nil }
    return Day(spreadsheet: count)
  }

  private static func relative(_ text: String, to days: ClosedRange<Day>) -> Day? {
    // Of a file that speaks of a month nobody knows which day is its today.
    guard days.lowerBound == days.upperBound else { return nil }
    let words = ["刚刚": 0, "今天": 0, "今日": 0, "昨天": 1, "昨日": 1, "前天": 2]
    if let count = words[text] { return Day(ordinal: days.upperBound.ordinal - count) }
    for (ending, length) in [("天前", 1), ("日前", 1), ("周前", 7), ("星期前", 7)] where text.hasSuffix(ending) {
      let number = text.dropLast(ending.count)
      guard number.utf8.count <= 3, number.utf8.allSatisfy(isDigit), let count = Int(number) else { return nil }
      return Day(ordinal: days.upperBound.ordinal - count * length)
    }
    return nil
  }

  /// Two or three numbers with marks between them: month and day, or a year of two digits before these.
  private static func parted(_ text: String, _ days: ClosedRange<Day>?, _ ahead: Bool) -> LooseDate? {
    var text = Substring(text)
    if text.hasSuffix("日") || text.hasSuffix("号") { text = text.dropLast() }
    let parts = text.split(omittingEmptySubsequences: false) { "-/.年月".contains($0) }
    guard parts.allSatisfy({ (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy(isDigit) }) else { return nil }
    let numbers = parts.compactMap { Int($0) }
    switch numbers.count {
    case 3:
      // Up to 12 it may be a month as well.
      guard (13...49).contains(numbers[0]) else { return nil }
      return Day(year: 2000 + numbers[0], month: numbers[1], day: numbers[2]).map { LooseDate($0, .full) }
    case 2:
      guard let end = days?.upperBound else { return nil }
      let candidates = (-1...1).compactMap { Day(year: end.components.year + $0, month: numbers[0], day: numbers[1]) }
      let past = candidates.last { $0 <= end }
      let nearest = candidates.min { abs($0.ordinal - end.ordinal) < abs($1.ordinal - end.ordinal) }
      return (ahead ? nearest : past).map { LooseDate($0, .byFile) }
    default: return nil
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
