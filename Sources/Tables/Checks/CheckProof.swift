import Domain
import Warehouse

/// Proves the examples of checks on datasets in memory: each stands alone.
public struct CheckProof {
  /// Makes the values of a row of an example as the loader would: dataset and texts of its fields -> values by column.
  public typealias Encoder = (_ dataset: String, _ fields: [String: String]) throws -> [String: SQLValue]

  private let connection: DatasetConnection
  private let encode: Encoder

  /// - Parameters:
  ///   - connection: one in memory.
  ///   - encode: throws for a field or a code that there is not.
  public init(_ connection: DatasetConnection, encode: @escaping Encoder) {
    self.connection = connection
    self.encode = encode
  }

  /// The examples that the check does not satisfy, each as an error at its line (TF725).
  ///
  /// - Throws: `PipelineError` TF720 to TF722, TF724 where the SELECT cannot be run at all.
  public func problems(_ check: Check) throws -> [PipelineError] {
    _ = try connection.check(check.select)
    return try check.examples.compactMap { example in
      try problem(check, example).map { message in
        PipelineError(
          .failedExample, .config, at: "\(check.select.path):\(example.line):1", "例子不成立: \(message)",
          remedy: "改正 SELECT 或例子: \(example.text)")
      }
    }
  }

  private func problem(_ check: Check, _ example: CheckExample) throws -> String? {
    try connection.clear()
    for row in example.rows {
      do { try connection.insert(into: row.dataset, try encode(row.dataset, row.fields)) } catch {
        return (error as? PipelineError)?.message ?? "\(error)"
      }
    }
    let list = CheckList(
      check: check, outcome: try CheckRunner.lines(of: check, check.values, on: check.day, connection), version: "")
    let lines = list.lines
    guard lines.isEmpty != example.finds else { return example.finds ? "没有发现" : "发现了 \(lines.count) 行" }
    for (name, wanted) in example.expected.sorted(by: { $0.key < $1.key }) {
      guard let column = CheckColumn(rawValue: name) else { return "没有列 \(name)" }
      guard !lines.contains(where: { CheckProof.has($0, column, wanted) }) else { continue }
      return "\(name) 是 \(lines.map { $0.text(column) }.joined(separator: " ")), 不是 \(wanted)"
    }
    if let leads = example.leads, list.leads.count != leads { return "线索 \(list.leads.count) 条, 不是 \(leads) 条" }
    return nil
  }

  private static func has(_ line: CheckLine, _ column: CheckColumn, _ wanted: String) -> Bool {
    if column == .level { return line.level.rawValue == wanted }
    switch line.values[column] {
    case .integer(let number)?: return Double(wanted).map { abs($0 - Double(number)) < 1e-6 } ?? false
    case .real(let number)?: return Double(wanted).map { abs($0 - number) < 1e-6 } ?? false
    case .text(let text)?: return text == wanted
    case .null?, .blob?, nil: return false
    }
  }
}
