import Domain
import Tabular

/// Turns the records of a chunk into typed rows; one for each worker thread.
struct RowConformer {
  private let plan: ConformPlan
  private var splitter: FieldSplitter
  private var memos: [FieldMemo]
  private var row: RowValues
  private var problems: [(problem: Problem, value: String)] = []
  private var rowText: [UInt8] = []
  private var rowTextEnds: [Int] = []
  private var person: (birth: Int, sex: Int)?

  init(plan: ConformPlan) {
    self.plan = plan
    splitter = FieldSplitter(dialect: plan.dialect)
    memos = Array(repeating: FieldMemo(), count: plan.fields.count)
    row = RowValues(count: plan.contract.integerColumns.count)
  }

  mutating func conform(_ chunk: Chunk) -> ConformedBatch {
    var batch = ConformedBatch()
    batch.bytes = chunk.bytes.count
    chunk.bytes.withUnsafeBufferPointer { buffer in
      let isClean = plan.dialect.encoding == .utf8 && TextEncoding.utf8.isValid(buffer)
      for (index, record) in chunk.records.enumerated() where chunk.firstRecord + index > 0 {
        batch.records += 1
        let line = chunk.firstLine + record.line
        if let rule = conform(buffer, record, isClean: isClean) {
          problems = [(Problem(rule, ""), "")]
        }
        let findings = problems.map { found in
          Finding(
            problem: found.problem, line: line, column: plan.column(of: found.problem.field) + 1, value: found.value)
        }
        batch.findings += findings
        if problems.contains(where: { $0.problem.severity == .reject }) {
          batch.rejects.append(
            RejectedRow(line: line, original: original(buffer, record), findings: findings))
        } else {
          append(to: &batch, line: line)
        }
      }
    }
    return batch
  }

  /// The bytes of a record, without a delimiter at its end that opens a column the header does not have: behind it the
  /// reasons would stand one column too far.
  private func original(_ buffer: UnsafeBufferPointer<UInt8>, _ record: RecordRange) -> [UInt8] {
    var bytes = Array(buffer[record.start..<record.end])
    let isParsed = !problems.contains { $0.problem.field.isEmpty }
    if isParsed, splitter.fields.count > plan.header.header.count, bytes.last == plan.dialect.delimiter {
      bytes.removeLast()
    }
    return bytes
  }

  /// Decodes one record into `row`, `rowText` and `problems`; a rule where the record as a whole is refused.
  private mutating func conform(
    _ buffer: UnsafeBufferPointer<UInt8>, _ record: RecordRange, isClean: Bool
  ) -> Rule? {
    problems.removeAll(keepingCapacity: true)
    switch record.shape {
    case .brokenQuote: return .rowQuote
    case .tooLong: return .rowTooLong
    case .plain, .quoted: break
    }
    let bytes = UnsafeBufferPointer(rebasing: buffer[record.start..<record.end])
    if bytes.contains(0) { return .rowNul }
    if plan.dialect.encoding == .utf8 {
      guard isClean || TextEncoding.utf8.isValid(bytes) else { return .rowEncoding }
      return decode(buffer, record)
    }
    guard let text = plan.dialect.encoding.decoded(bytes) else { return .rowEncoding }
    return text.withUnsafeBufferPointer {
      decode($0, RecordRange(start: 0, end: $0.count, line: 0, shape: record.shape))
    }
  }

  private mutating func decode(_ buffer: UnsafeBufferPointer<UInt8>, _ record: RecordRange) -> Rule? {
    splitter.split(buffer, record)
    let width = plan.header.header.count
    guard splitter.fields.count == width || (splitter.fields.count == width + 1 && lastIsEmpty()) else {
      return .rowColumns
    }
    for slot in row.integers.indices { row.integers[slot] = RowValues.missing }
    rowText.removeAll(keepingCapacity: true)
    rowTextEnds.removeAll(keepingCapacity: true)
    person = nil
    for index in plan.fields.indices { decodeField(index, buffer) }
    reconcilePerson()
    plan.fillPlace(&row)
    for check in plan.contract.checks {
      for problem in check.run(&row, plan.contract, plan.context) { problems.append((problem, "")) }
    }
    return nil
  }

  private func lastIsEmpty() -> Bool { splitter.fields.last.map { $0.start == $0.end } ?? false }

  private mutating func decodeField(_ index: Int, _ buffer: UnsafeBufferPointer<UInt8>) {
    let field = plan.fields[index]
    guard let column = field.column else {
      field.fallback.withUnsafeBufferPointer { store($0, field, index) }
      return
    }
    let place = splitter.fields[column]
    let scratch = splitter.scratch
    if place.isScratch {
      scratch.withUnsafeBufferPointer {
        storeCell(UnsafeBufferPointer(rebasing: $0[place.start..<place.end]), field, index)
      }
    } else {
      storeCell(UnsafeBufferPointer(rebasing: buffer[place.start..<place.end]), field, index)
    }
  }

  private mutating func storeCell(_ bytes: UnsafeBufferPointer<UInt8>, _ field: FieldPlan, _ index: Int) {
    if plan.isMissing(bytes) {
      field.fallback.withUnsafeBufferPointer { store($0, field, index) }
    } else {
      store(bytes, field, index)
    }
  }

  /// Stores one cell; empty `bytes` mean a missing value.
  private mutating func store(_ bytes: UnsafeBufferPointer<UInt8>, _ field: FieldPlan, _ index: Int) {
    if field.kind.isText {
      storeText(bytes, field)
      return
    }
    guard !bytes.isEmpty else {
      if field.isRequired { problems.append((Problem(.required, field.name), "")) }
      return
    }
    let decoded =
      switch field.kind {
      case .timestamp: plan.decoder.timestamp(bytes)
      case .person: plan.decoder.person(bytes)
      case .dropped: Decoded.missing
      default:
        memos[index].decode(bytes) { plan.decoder.decode($0, field) }
      }
    if let rule = decoded.problem { note(rule, field, bytes) }
    switch field.kind {
    case .person:
      row.integers[field.slots[0]] = decoded.values.0
      if decoded.problem == nil { person = (decoded.values.1, decoded.values.2) }
    case .pay, .age:
      let values = [decoded.values.0, decoded.values.1, decoded.values.2, decoded.values.3]
      for (offset, slot) in field.slots.enumerated() { row.integers[slot] = values[offset] }
    default:
      if let slot = field.slots.first { row.integers[slot] = decoded.values.0 }
    }
  }

  private mutating func storeText(_ bytes: UnsafeBufferPointer<UInt8>, _ field: FieldPlan) {
    defer { rowTextEnds.append(rowText.count) }
    guard !bytes.isEmpty else {
      if field.isRequired { problems.append((Problem(.required, field.name), "")) }
      return
    }
    if let mapped = field.mappedText(bytes) {
      rowText += mapped
      return
    }
    // A character is at most 4 bytes, so only long texts need counting.
    if bytes.count > field.limit, String(decoding: bytes, as: UTF8.self).count > field.limit {
      note(.tooLong, field, bytes)
      return
    }
    if field.kind == .creditCode {
      guard USCC.isValid(bytes) else {
        note(.creditCode, field, bytes)
        return
      }
    }
    if plan.holdsReplacement(bytes) { note(.replacement, field, bytes) }
    rowText += bytes
  }

  /// Birth and sex are taken from the person's number where the export states none; a conflict is kept and told.
  private mutating func reconcilePerson() {
    guard let person else { return }
    for (column, value) in [("birth", person.birth), ("sex", person.sex)] {
      guard let slot = plan.contract.integerSlots[column] else { continue }
      guard let stated = row[slot] else {
        row[slot] = value
        continue
      }
      // A birth column often gives only the month.
      let agrees =
        column == "birth" ? Day(ordinal: stated).monthOrdinal == Day(ordinal: value).monthOrdinal : stated == value
      if !agrees { problems.append((Problem(.personConflict, column), "")) }
    }
  }

  private mutating func note(_ rule: Rule, _ field: FieldPlan, _ bytes: UnsafeBufferPointer<UInt8>) {
    let text = String(decoding: bytes.prefix(120), as: UTF8.self)
    let value = field.kind == .person ? ResidentID.masked(text) : Discretion.shown(text, limit: 60)
    // What empties a required field takes the row with it.
    let isStrict = field.isRequired && rule.severity == .blank
    let told = isStrict && rule == .date ? Rule.mainDate : rule
    problems.append((Problem(told, field.name, severity: isStrict ? .reject : nil), value))
  }

  private mutating func append(to batch: inout ConformedBatch, line: Int) {
    // A row that names no time of change is as old as its main date; set before hashing, so that both forms are one.
    if let slot = plan.updatedSlot, row[slot] == nil, let day = row[plan.mainSlot] { row[slot] = day * 86_400 }
    batch.lines.append(line)
    let (key, check) = plan.key(row, rowText, rowTextEnds)
    batch.keys.append(key)
    batch.keyChecks.append(check)
    var content = row.integers.withUnsafeBytes { ByteHash.hash($0.bindMemory(to: UInt8.self)) }
    content = rowText.withUnsafeBufferPointer { ByteHash.hash($0, seed: content) }
    content = rowTextEnds.withUnsafeBytes { ByteHash.hash($0.bindMemory(to: UInt8.self), seed: content) }
    batch.contents.append(content)
    batch.integers += row.integers
    let base = batch.text.count
    batch.text += rowText
    for end in rowTextEnds { batch.textEnds.append(base + end) }
  }
}
