import Domain
import Tabular

/// What rejected rows look like: they are rare, so this code may be slow.
extension RowConformer {
  /// True where the record repeats the header, or is a second one: most cells are names of their columns' fields.
  func isHeader(_ buffer: UnsafeBufferPointer<UInt8>, _ record: RecordRange) -> Bool {
    let bytes = buffer[record.start..<record.end]
    if bytes.elementsEqual(plan.headerLine) { return true }
    guard !problems.contains(where: { $0.problem.field.isEmpty }) else { return false }
    var (named, cells) = (0, 0)
    for field in plan.fields {
      guard let column = field.column else { continue }
      splitter.withField(column, of: isCutRaw ? buffer : decoded.buffer) { bytes in
        if bytes.isEmpty { return }
        cells += 1
        if field.isName(bytes) { named += 1 }
      }
    }
    return named >= 2 && named * 2 > cells
  }

  /// The bytes of a record, without a delimiter at its end that opens a column the header does not have: behind it the
  /// reasons would stand one column too far.
  func original(_ buffer: UnsafeBufferPointer<UInt8>, _ record: RecordRange) -> [UInt8] {
    var bytes = Array(buffer[record.start..<record.end])
    let isParsed = !problems.contains { $0.problem.field.isEmpty }
    if isParsed, splitter.fields.count > plan.header.header.count, bytes.last == plan.dialect.delimiter {
      bytes.removeLast()
    }
    return bytes
  }
}
