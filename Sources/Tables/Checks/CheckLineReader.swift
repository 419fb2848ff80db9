import Domain
import Warehouse

/// Reads the lines that the SELECT of a check returns.
struct CheckLineReader {
  private let check: Check
  private let columns: [CheckColumn]

  /// - Throws: `PipelineError` TF724 for a column that a check cannot have, or one that is missing.
  init(_ check: Check, columns names: [String]) throws {
    self.check = check
    columns = try names.map { name in
      guard let column = CheckColumn(rawValue: name) else {
        let words = CheckColumn.allCases.map(\.rawValue).joined(separator: " ")
        throw CheckLineReader.wrong(check, "结果中有不认识的列 \(name)", "可用的列: \(words)")
      }
      return column
    }
    guard columns.contains(.entry) else { throw CheckLineReader.wrong(check, "结果中缺少列 entry") }
    guard Set(columns).count == columns.count else { throw CheckLineReader.wrong(check, "结果中有两列同名") }
  }

  /// - Throws: `PipelineError` TF724 for a person or home, a missing entry, a level that the header does not have.
  func line(_ statement: GuardedStatement) throws -> CheckLine {
    var values: [CheckColumn: SQLValue] = [:]
    for (place, column) in columns.enumerated() where !statement.isNull(place) {
      guard !statement.isBlob(place) else {
        throw CheckLineReader.wrong(check, "列 \(column.rawValue) 是人员或住房, 不能列出", "只比较, 不列出; 用 entry 指明是哪一行")
      }
      values[column] = statement.value(place)
    }
    guard values[.entry] != nil else { throw CheckLineReader.wrong(check, "有一行的 entry 为空") }
    guard let given = values[.level] else { return CheckLine(level: check.levels[0], values: values) }
    guard case .text(let text) = given, let level = Check.Level(rawValue: text), check.levels.contains(level) else {
      throw CheckLineReader.wrong(check, "列 level 的值不在表头的 level 之中")
    }
    return CheckLine(level: level, values: values)
  }

  static func wrong(_ check: Check, _ message: String, _ remedy: String = "改正 SELECT") -> PipelineError {
    PipelineError(.wrongCheckResult, .config, at: check.select.path, "检查 \(check.id): \(message)", remedy: remedy)
  }
}
