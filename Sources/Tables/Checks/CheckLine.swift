import Domain
import Warehouse

/// A line of what a check found.
public struct CheckLine: Sendable, Hashable {
  public let level: Check.Level
  public let isUrgent: Bool
  /// Lines of one lead are one case; unique within the check, the same on every night.
  public let lead: String
  /// What the line says, by column; what is NULL is missing.
  public let values: [CheckColumn: SQLValue]

  public init(level: Check.Level, values: [CheckColumn: SQLValue]) {
    self.level = level
    self.values = values
    func text(_ column: CheckColumn) -> String? { values[column].map(CheckLine.text) }
    isUrgent = text(.urgent).map { $0 != "0" } ?? false
    // No key of an export holds a blank at its end.
    lead = text(.lead) ?? [text(.entry), text(.other)].compactMap { $0 }.joined(separator: " + ")
  }

  /// As it is printed; empty where there is nothing.
  public func text(_ column: CheckColumn) -> String {
    column == .level ? level.label : values[column].map(CheckLine.text) ?? ""
  }

  /// Whole numbers as they are, others with two decimals at most.
  private static func text(_ value: SQLValue) -> String {
    switch value {
    case .integer(let number): return String(number)
    case .real(let number):
      let hundredths = (number * 100).rounded()
      guard abs(hundredths) < 1e15 else { return String(number) }
      if hundredths.truncatingRemainder(dividingBy: 100) == 0 { return String(Int(hundredths / 100)) }
      return String(hundredths / 100)
    case .text(let text): return text
    case .null, .blob: return ""
    }
  }

  /// First what is urgent, then by level, by the day that matters, and by key: the same order on every machine.
  static func precedes(_ left: CheckLine, _ right: CheckLine) -> Bool {
    func key(_ line: CheckLine) -> [String] {
      let level = Check.Level.allCases.firstIndex(of: line.level) ?? 0
      return [line.isUrgent ? "0" : "1", String(level), line.text(.due), line.text(.since), line.lead]
        + CheckColumn.allCases.map(line.text)
    }
    return key(left).lexicographicallyPrecedes(key(right))
  }
}
