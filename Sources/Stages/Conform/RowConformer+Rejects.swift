import Domain
import Tabular

/// What rejected rows look like: they are rare, so this code may be slow.
extension RowConformer {
  /// Makes a rule that refuses or skips the row as a whole its only problem.
  mutating func refuse(_ buffer: UnsafeBufferPointer<UInt8>, _ record: RecordRange, _ rule: Rule) {
    problems = [(Problem(rule, ""), rule.severity == .skip ? shown(buffer, record, rule) : detail)]
    detail = ""
  }

  /// Notes the problems of a row; true where they reject it, or it is none.
  mutating func note(
    _ buffer: UnsafeBufferPointer<UInt8>, _ record: RecordRange, _ line: Int, _ batch: inout ConformedBatch
  ) -> Bool {
    let isRejected = problems.contains { $0.problem.severity == .reject }
    if isRejected, isHeader(buffer, record) {
      problems = [(Problem(.rowHeader, ""), shown(buffer, record, .rowHeader))]
    }
    for found in problems where found.problem.rule.isCounted { batch.counted[found.problem, default: 0] += 1 }
    problems.removeAll { $0.problem.rule.isCounted }
    guard !problems.isEmpty else { return false }
    if problems[0].problem.severity == .skip { batch.skipped += 1 }
    if problems[0].problem.rule == .rowBlank { return true }
    let findings = problems.map { found in
      Finding(
        problem: found.problem, line: line, column: plan.column(of: found.problem.field) + 1, value: found.value)
    }
    batch.findings += findings
    guard isRejected, problems[0].problem.severity != .skip else { return problems[0].problem.severity == .skip }
    batch.rejects.append(
      RejectedRow(line: line, original: Array(buffer[record.start..<record.end]), findings: findings))
    return true
  }

  /// Notes the business key of the row at `line` where it was rejected for other reasons: its texts still stand in the
  /// batch.
  func nameReject(_ line: Int, _ firstText: Int, _ firstEnd: Int, _ batch: inout ConformedBatch) {
    guard batch.rejects.last?.line == line, !problems.contains(where: { plan.isKey($0.problem.field) }) else { return }
    let ends = batch.textEnds[firstEnd...].map { $0 - firstText }
    let key = batch.text.withUnsafeBufferPointer { text in
      ends.withUnsafeBufferPointer { plan.key(row, UnsafeBufferPointer(rebasing: text[firstText...]), $0) }
    }
    batch.rejects[batch.rejects.count - 1].key = key
  }

  /// True where the record repeats the header, or is a second one: most cells are names of their columns' fields.
  func isHeader(_ buffer: UnsafeBufferPointer<UInt8>, _ record: RecordRange) -> Bool {
    if isHeaderLine(buffer, record) { return true }
    guard !problems.contains(where: { $0.problem.field.isEmpty }) else { return false }
    var (named, others) = (0, 0)
    for field in plan.fields {
      guard let column = field.column else { continue }
      splitter.withField(column, of: isCutRaw ? buffer : decoded.buffer) { bytes in
        if bytes.isEmpty { return }
        if field.isName(bytes) { named += 1 } else { others += 1 }
      }
      // Of a record a few cells tell, and one in ten may be rejected.
      if others > named + 3 { return false }
    }
    return named >= 2 && named > others
  }

  /// True where the record is the header itself once more.
  func isHeaderLine(_ buffer: UnsafeBufferPointer<UInt8>, _ record: RecordRange) -> Bool {
    buffer[record.start..<record.end].elementsEqual(plan.head.line)
  }
}
