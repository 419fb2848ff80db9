import Domain
import Foundation

/// How a spreadsheet shows a number, so far as it changes what is read: dates and times are numbers, too.
enum NumberFormat: Equatable {
  case plain
  case percent
  /// As many digits at least: codes that begin with zeros.
  case digits(Int)
  case date
  case dateAndTime
  case time

  /// - Parameter code: nil for those that every program has.
  init(_ id: Int, code: String?) {
    guard let code else {
      self =
        switch id {
        case 9, 10: .percent
        case 14...17, 27...31, 34...36, 50...54, 57, 58: .date
        case 22: .dateAndTime
        case 18...21, 32, 33, 45...47, 55, 56: .time
        default: .plain
        }
      return
    }
    let text = NumberFormat.signs(code)
    let (hasDay, hasTime) = (text.contains { "yd".contains($0) }, text.contains { "hs".contains($0) })
    if hasDay || (text.contains("m") && !hasTime) {
      self = hasTime ? .dateAndTime : .date
    } else if hasTime {
      self = .time
    } else if text.contains("%") {
      self = .percent
    } else {
      self = text.count > 1 && text.allSatisfy { $0 == "0" } ? .digits(text.count) : .plain
    }
  }

  /// The first section of a format code, for positive numbers, without colours and texts.
  private static func signs(_ code: String) -> String {
    var signs = ""
    var rest = Substring(code.lowercased())
    while let sign = rest.popFirst(), sign != ";" {
      switch sign {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inner = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inner.count + 1)
        // Hours beyond a day.
        if inner.allSatisfy({ "hms".contains($0) }) { signs += inner }
      default: signs.append(sign)
      }
    }
    return signs.replacing("am/pm", with: "").replacing("a/p", with: "").replacing("general", with: "")
  }

  /// The text of a number as it stands in the file.
  func text(_ raw: String, isFrom1904: Bool) -> String {
    guard let value = Double(raw), value.isFinite else { return raw }
    switch self {
    case .plain: return NumberFormat.plain(value, raw)
    case .percent: return NumberFormat.plain(value * 100, "") + "%"
    case .digits(let count):
      guard value >= 0, value < 1e15, value == value.rounded() else { return NumberFormat.plain(value, raw) }
      let digits = "\(Int(value))"
      return String(repeating: "0", count: max(count - digits.count, 0)) + digits
    case .date, .dateAndTime, .time: return moment(value, isFrom1904) ?? NumberFormat.plain(value, raw)
    }
  }

  /// With the fifteen digits that a spreadsheet has. What is longer was damaged before it came here and stays as it is.
  private static func plain(_ value: Double, _ raw: String) -> String {
    guard abs(value) < 1e15 || raw.isEmpty else { return raw }
    if value == value.rounded(), abs(value) < 1e15 { return "\(Int(value))" }
    return String(format: "%.15g", value)
  }

  /// Nil where no calendar has such a day.
  private func moment(_ value: Double, _ isFrom1904: Bool) -> String? {
    guard value >= 0, value < 2_958_466 else { return nil }
    var (day, second) = (Int(value), Int(((value - value.rounded(.down)) * 86_400).rounded()))
    if second == 86_400 { (day, second) = (day + 1, 0) }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let hours = self == .time ? day * 24 + second / 3600 : second / 3600
    let time = "\(two(hours)):\(two(second / 60 % 60)):\(two(second % 60))"
    if self == .time { return time }
    let date = Day(spreadsheet: day, isFrom1904: isFrom1904).iso
    return self == .date ? date : "\(date) \(time)"
  }
}
