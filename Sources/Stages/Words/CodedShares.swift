import Domain
import Warehouse

/// Rows by what their occupation rests on, as people are told.
public struct CodedShares: Sendable, Equatable {
  private var rows: [Int: Int] = [:]

  public init() {}

  /// Those of all rows of a dataset that were taken.
  public init(_ db: Database, of dataset: String) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT c.field, c.basis, sum(c.rows) FROM file_coded c JOIN file f ON f.id = c.file
        WHERE f.dataset = ? GROUP BY c.field, c.basis
        """, arguments: [dataset])
    for row in rows { add(CodedRows(field: row[0], basis: row[1], rows: row[2])) }
  }

  public mutating func add(_ count: CodedRows) { rows[count.basis, default: 0] += count.rows }

  public subscript(basis: TitleBasis) -> Int { rows[basis.rawValue] ?? 0 }

  /// Rows with neither a code nor a text that says one.
  public var silent: Int { rows[CodedRows.nothing] ?? 0 }
  public var total: Int { rows.values.reduce(0, +) }
  public var given: Int { self[.given] }
  public var coded: Int { self[.high] + self[.medium] + self[.low] + self[.analyst] }
  public var uncoded: Int { self[.empty] + self[.unknown] + self[.several] }

  /// Where all codes are given there is nothing to tell.
  public var isTold: Bool { coded + uncoded > 0 }

  /// A part of all, in whole percent: what is finer would tell of single rows.
  public func percent(_ part: Int) -> String {
    guard total > 0, part > 0 else { return "0%" }
    let share = Int(Rounding.round(Double(part) * 100 / Double(total), decimals: 0))
    return share == 0 ? "<1%" : "\(share)%"
  }

  /// In Chinese: 导出时已有 3, 按名称编码 97 (高 80, 中 15, 低 2, 低的只计到大类), 未编码 1 (不识 1).
  public var text: String {
    let grades = [TitleBasis.high, .medium, .low, .analyst].filter { self[$0] > 0 }.map { "\($0.label) \(self[$0])" }
    let reasons = [TitleBasis.empty, .unknown, .several].filter { self[$0] > 0 }.map { "\($0.label) \(self[$0])" }
    let low = self[.low] > 0 ? ", 低的只计到大类" : ""
    var parts = ["导出时已有 \(given)"]
    parts.append("按名称编码 \(coded)" + (grades.isEmpty ? "" : " (\(grades.joined(separator: ", "))\(low))"))
    parts.append("未编码 \(uncoded)" + (reasons.isEmpty ? "" : " (\(reasons.joined(separator: ", ")))"))
    if silent > 0 { parts.append("没有写职业 \(silent)") }
    return parts.joined(separator: ", ")
  }
}
