/// The days that one export reports on.
public struct ExportPeriod: Sendable, Hashable {
  public let first: Day
  public let last: Day

  public init(first: Day, last: Day) {
    self.first = first
    self.last = last
  }

  /// The period that holds `day`.
  public init(_ every: DeliverySchedule.Every, containing day: Day) {
    switch every {
    case .day, .workday: self.init(first: day, last: day)
    case .week:
      let monday = day.ordinal - (day.ordinal % 7 + 10) % 7
      self.init(first: Day(ordinal: monday), last: Day(ordinal: monday + 6))
    case .month: self.init(Period(unit: .month, containing: day))
    case .quarter: self.init(Period(unit: .quarter, containing: day))
    }
  }

  private init(_ period: Period) { self.init(first: period.firstDay, last: period.lastDay) }

  func previous(_ every: DeliverySchedule.Every) -> ExportPeriod {
    ExportPeriod(every, containing: Day(ordinal: first.ordinal - 1))
  }

  /// The period that the name of an export speaks of: `2026-07-02`, `20260702`, `2026-07`, `202607`, `2026M07`, `2026Q3`;
  /// nil where it names none of this rhythm. Weeks are named in too many ways.
  public init?(named name: String, _ every: DeliverySchedule.Every) {
    for text in ExportPeriod.texts(in: name) {
      let digits = text.filter(\.isNumber)
      switch every {
      case .week: return nil
      case .quarter:
        guard text.contains("Q"), let period = Period(text), period.unit == .quarter else { continue }
        self.init(period)
        return
      case .month:
        guard digits.count == 6, !text.contains("Q"),
          let period = Period("\(digits.prefix(4))M\(digits.suffix(2))")
        else { continue }
        self.init(period)
        return
      case .day, .workday:
        guard digits.count == 8, let year = Int(digits.prefix(4)), let month = Int(digits.dropFirst(4).prefix(2)),
          let number = Int(digits.suffix(2)), let day = Day(year: year, month: month, day: number)
        else { continue }
        self.init(first: day, last: day)
        return
      }
    }
    return nil
  }

  /// Runs of digits that begin with a year, with `-`, `Q` and `M` between digits.
  private static func texts(in name: String) -> [String] {
    var texts: [String] = []
    var text = ""
    for character in name.uppercased() + " " {
      if character.isASCII, character.isNumber || (!text.isEmpty && "-QM".contains(character)) {
        text.append(character)
      } else {
        while let last = text.last, !last.isNumber { text.removeLast() }
        if text.hasPrefix("20") { texts.append(text) }
        text = ""
      }
    }
    return texts
  }

  /// 「2026-07-02」, 「2026-06-29 至 2026-07-05」
  public var label: String { first == last ? first.iso : "\(first.iso) 至 \(last.iso)" }
}
