import Domain
import Foundation

/// Reads public holidays and the weekends worked in their stead.
public enum WorkingDaysReader {
  public static let keys = ["holidays", "workdays"]

  /// - Parameter map: `holidays:` and `workdays:`, lists of days `2026-10-01` and spans `2026-10-01/2026-10-07`.
  /// - Throws: `PipelineError` TF505 at the list.
  public static func calendar(_ map: YAMLMap) throws -> WorkingDays {
    func days(_ key: String) throws -> Set<Day> {
      var days: Set<Day> = []
      for text in try map.texts(key) {
        let ends = text.components(separatedBy: "/").map(Day.init(iso:))
        guard ends.count <= 2, let first = ends[0], let last = ends[ends.count - 1], first <= last,
          last.ordinal - first.ordinal < 30, text.count == ends.count * 11 - 1
        else { throw map.bad(key, "\(key) 中的 \(text) 不是日期", "写成 2026-10-01, 或起止 2026-10-01/2026-10-07") }
        days.formUnion((first.ordinal...last.ordinal).map(Day.init(ordinal:)))
      }
      return days
    }
    return WorkingDays(holidays: try days("holidays"), workdays: try days("workdays"))
  }
}
