import Domain
import Tabular

/// Rows that are no records, and those whose cells may not be what they seem: few, so that this code may be slow.
extension RowConformer {
  /// Text of a skipped row that a finding shows.
  private static let shownLimit = 60

  /// The rows of the file down to its header and the units below it.
  mutating func conformHead(_ chunk: Chunk, _ buffer: UnsafeBufferPointer<UInt8>, _ batch: inout ConformedBatch) {
    for (index, record) in chunk.records.enumerated().prefix(plan.head.end - chunk.firstRecord)
    where !plan.head.records.contains(chunk.firstRecord + index) {
      batch.records += 1
      problems = [(title(buffer, record), shown(buffer, record, .rowTitle))]
      _ = note(buffer, record, chunk.firstLine + record.line, &batch)
    }
  }

  /// A title has few cells, and the first of two headers has names; anything else above the header may be a record.
  private mutating func title(_ buffer: UnsafeBufferPointer<UInt8>, _ record: RecordRange) -> Problem {
    guard isWhole(buffer, record) else { return Problem(.rowTitle, "", severity: .reject) }
    let cells = cells(cut(buffer, record))
    let names = cells.filter { plan.header.isName($0) }
    let isTitle = cells.count <= max(width / 2, 1) || names.count * 2 > cells.count || HeaderUnits.areAll(cells)
    return Problem(.rowTitle, "", severity: isTitle ? nil : .reject)
  }

  private func isWhole(_ buffer: UnsafeBufferPointer<UInt8>, _ record: RecordRange) -> Bool {
    record.shape != .brokenQuote && record.shape != .tooLong
      && plan.dialect.encoding.isValid(UnsafeBufferPointer(rebasing: buffer[record.start..<record.end]))
  }

  /// Cuts a record that is whole; the buffer that its fields lie in.
  private mutating func cut(_ buffer: UnsafeBufferPointer<UInt8>, _ record: RecordRange) -> UnsafeBufferPointer<UInt8> {
    guard !isCutRaw else {
      splitter.split(buffer, record)
      return buffer
    }
    decoded.replace(
      with: plan.dialect.encoding.decoded(UnsafeBufferPointer(rebasing: buffer[record.start..<record.end])) ?? [])
    splitter.split(decoded.buffer, RecordRange(start: 0, end: decoded.count, line: 0, shape: record.shape))
    return decoded.buffer
  }

  /// The texts of the cells that are not empty, of the record that was cut last.
  private func cells(_ buffer: UnsafeBufferPointer<UInt8>) -> [String] {
    splitter.fields.indices.compactMap { index in
      splitter.withField(index, of: buffer) { bytes in
        bytes.isEmpty ? nil : String(decoding: plan.cellEncoding.decoded(bytes) ?? Array(bytes), as: UTF8.self)
      }
    }
  }

  /// The text of a record for people.
  func shown(_ buffer: UnsafeBufferPointer<UInt8>, _ record: RecordRange, _ rule: Rule) -> String {
    // Of blank rows there may be as many as a sheet has.
    guard rule != .rowBlank else { return "" }
    let bytes = UnsafeBufferPointer(rebasing: buffer[record.start..<min(record.end, record.start + 4096)])
    let text = plan.dialect.encoding.decoded(bytes) ?? Array(bytes)
    let line = String(decoding: text, as: UTF8.self)
    let isSigned = rule == .rowFooter || rule == .rowTitle
    return Redaction.shown(isSigned ? RowNature.unsigned(line) : line, limit: RowConformer.shownLimit)
  }

  /// True where a row that was cut is to be looked at closer.
  @inline(__always)
  func isUnusual(_ buffer: UnsafeBufferPointer<UInt8>, _ record: RecordRange) -> Bool {
    guard splitter.fields.count == width, record.shape != .doubtful, record.end - record.start != headerLength,
      named == width
    else { return true }
    let first = splitter.fields[0]
    return first.isScratch || first.end - first.start == firstNameLength
      || nature.mayBegin(UnsafeBufferPointer(rebasing: buffer[first.start..<first.end]))
  }

  /// The rule by which a row that was cut is no record, or cannot be taken as it stands.
  mutating func examine(_ buffer: UnsafeBufferPointer<UInt8>, _ record: RecordRange) -> Rule? {
    let first = splitter.fields.first { $0.start < $0.end }
    guard let first else { return .rowBlank }
    let base = first.isScratch ? splitter.scratch.buffer : buffer
    if nature.mayBegin(UnsafeBufferPointer(rebasing: base[first.start..<first.end])),
      let rule = RowNature.rule(cells(buffer), width: width)
    {
      return rule
    }
    let count = splitter.fields.count
    let mayBeShort = plan.head.takesShort && !buffer[record.start..<record.end].contains(plan.dialect.newline)
    if count > width || (count < width && !mayBeShort) {
      detail = "\(count) 格, 表头 \(width) 格"
      return .rowColumns
    }
    if record.shape == .doubtful, splitter.misleads(buffer, record, width: width) { return .rowQuote }
    // What stands behind the last name was moved there by a delimiter in a text.
    if let stray = splitter.fields.indices.dropFirst(named).first(where: {
      splitter.fields[$0].start < splitter.fields[$0].end
    }) {
      detail = "没有列名的第 \(stray + 1) 列有内容"
      return .rowColumns
    }
    if buffer[record.start..<record.end].elementsEqual(plan.cutHeader) { return .rowHeader }
    // Where nothing is required a second header would be a record.
    return count == width && base[first.start..<first.end].elementsEqual(plan.firstName) && isHeader(buffer, record)
      ? .rowHeader : nil
  }

  /// A row without its last cells is taken where all that it has can be read and none that it lacks is needed: had it lost
  /// a delimiter within, other cells would stand in wrong columns.
  mutating func judgeShort(_ count: Int) -> Rule? {
    detail = "\(count) 格, 表头 \(width) 格"
    let isShifted = problems.contains { problem, _ in
      problem.severity == .reject || (problem.severity == .blank && !problem.rule.isUnlisted)
    }
    if isShifted { return .rowColumns }
    problems.append((Problem(.rowShort, ""), detail))
    return nil
  }
}
