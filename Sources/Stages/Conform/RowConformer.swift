import Domain
import Glibc
import Tabular

/// Turns the records of a chunk into typed rows; one for each worker thread.
struct RowConformer {
  let plan: ConformPlan
  private let steps: [(step: FieldStep, index: Int)]
  /// True where fields are cut out of the file's own bytes and decoded one by one; false where GB18030 may hold the
  /// delimiter within a character.
  let isCutRaw: Bool
  let isUTF8: Bool
  private let missing: MissingTexts
  private let checks: [RowCheck.Body]
  private(set) var splitter: FieldSplitter
  private var memos: [FieldMemo]
  var row: RowValues
  var problems: [(problem: Problem, value: String)] = []
  private var decoded: [UInt8] = []
  var person: (birth: Int, sex: Int)?
  private var mayHoldReplacement = true

  init(plan: ConformPlan) {
    self.plan = plan
    steps = plan.fields.enumerated().map { (FieldStep($0.element), $0.offset) }.filter { !$0.0.isIdle }
    isUTF8 = plan.dialect.encoding == .utf8
    missing = plan.missing
    checks = plan.checks
    isCutRaw = isUTF8 || !(0x30...0x7E).contains(plan.dialect.delimiter)
    var dialect = plan.dialect
    if !isCutRaw { dialect.encoding = .utf8 }
    splitter = FieldSplitter(dialect: dialect)
    memos = Array(repeating: FieldMemo(), count: plan.fields.count)
    row = RowValues(count: plan.contract.integerColumns.count)
  }

  mutating func conform(_ chunk: Chunk) -> ConformedBatch {
    var batch = ConformedBatch()
    batch.bytes = chunk.bytes.count
    batch.reserve(chunk.records.count, plan.contract, bytes: chunk.bytes.count)
    chunk.bytes.withUnsafeBufferPointer { buffer in
      let isClean = isUTF8 && plan.dialect.encoding.isValid(buffer)
      let holdsNul = memchr(buffer.baseAddress!, 0, buffer.count) != nil
      mayHoldReplacement = !isUTF8 || ReplacementCharacter.isIn(buffer)
      for (index, record) in chunk.records.enumerated() where chunk.firstRecord + index > 0 {
        batch.records += 1
        let line = chunk.firstLine + record.line
        let start = (text: batch.text.count, ends: batch.textEnds.count)
        problems.removeAll(keepingCapacity: true)
        if let rule = conform(buffer, record, isClean: isClean, holdsNul: holdsNul, &batch) {
          problems = [(Problem(rule, ""), "")]
        }
        if !problems.isEmpty, note(buffer, record, line, &batch) {
          batch.text.removeLast(batch.text.count - start.text)
          batch.textEnds.removeLast(batch.textEnds.count - start.ends)
        } else {
          finish(&batch, line: line, start.text, start.ends)
        }
      }
    }
    return batch
  }

  /// Notes the problems of a row; true where they reject it.
  private mutating func note(
    _ buffer: UnsafeBufferPointer<UInt8>, _ record: RecordRange, _ line: Int, _ batch: inout ConformedBatch
  ) -> Bool {
    var isRejected = problems.contains { $0.problem.severity == .reject }
    if isRejected, isHeader(buffer, record) {
      problems = [(Problem(.rowHeader, ""), "")]
      isRejected = true
    }
    let findings = problems.map { found in
      Finding(
        problem: found.problem, line: line, column: plan.column(of: found.problem.field) + 1, value: found.value)
    }
    batch.findings += findings
    if isRejected {
      batch.rejects.append(RejectedRow(line: line, original: original(buffer, record), findings: findings))
    }
    return isRejected
  }

  /// Decodes one record; a rule where it is refused as a whole.
  private mutating func conform(
    _ buffer: UnsafeBufferPointer<UInt8>, _ record: RecordRange, isClean: Bool, holdsNul: Bool,
    _ batch: inout ConformedBatch
  ) -> Rule? {
    switch record.shape {
    case .brokenQuote: return .rowQuote
    case .tooLong: return .rowTooLong
    case .plain, .quoted: break
    }
    let bytes = UnsafeBufferPointer(rebasing: buffer[record.start..<record.end])
    if holdsNul, bytes.contains(0) { return .rowNul }
    if !isClean, !plan.dialect.encoding.isValid(bytes) { return .rowEncoding }
    if isCutRaw { return decode(buffer, record, &batch) }
    decoded = plan.dialect.encoding.decoded(bytes) ?? []
    return decode(
      decodedBuffer, RecordRange(start: 0, end: decoded.count, line: 0, shape: record.shape), &batch)
  }

  private mutating func decode(
    _ buffer: UnsafeBufferPointer<UInt8>, _ record: RecordRange, _ batch: inout ConformedBatch
  ) -> Rule? {
    splitter.split(buffer, record)
    let width = plan.header.header.count
    guard splitter.fields.count == width || (splitter.fields.count == width + 1 && lastIsEmpty()) else {
      return .rowColumns
    }
    row.clear()
    person = nil
    let start = batch.text.count
    for (step, index) in steps { decodeField(step, index, buffer, start, &batch) }
    reconcilePerson()
    plan.fillPlace(&row)
    for check in checks {
      for problem in check(&row, plan.context) { problems.append((stricter(problem), "")) }
    }
    return nil
  }

  private func lastIsEmpty() -> Bool { splitter.fields.last.map { $0.start == $0.end } ?? false }

  @inline(__always)
  private mutating func decodeField(
    _ step: FieldStep, _ index: Int, _ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ batch: inout ConformedBatch
  ) {
    var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    if step.column >= 0 {
      let place = splitter.fields[step.column]
      let base = place.isScratch ? splitter.scratchBase : buffer.baseAddress
      bytes = UnsafeBufferPointer(start: base.map { $0 + place.start }, count: place.end - place.start)
      if !bytes.isEmpty, missing.contains(bytes) { bytes = UnsafeBufferPointer(start: nil, count: 0) }
    }
    if bytes.isEmpty {
      if step.hasFallback {
        plan.fields[index].fallback.withUnsafeBufferPointer { store($0, step, index, isUTF8: true, start, &batch) }
      } else {
        if step.isRequired { problems.append((Problem(.required, plan.fields[index].name, severity: .reject), "")) }
        if step.action == .text || step.action == .creditCode { batch.textEnds.append(batch.text.count) }
      }
    } else {
      store(bytes, step, index, isUTF8: isUTF8 || !isCutRaw, start, &batch)
    }
  }

  /// Stores one cell that is not missing.
  @inline(__always)
  private mutating func store(
    _ bytes: UnsafeBufferPointer<UInt8>, _ step: FieldStep, _ index: Int, isUTF8: Bool, _ start: Int,
    _ batch: inout ConformedBatch
  ) {
    switch step.action {
    case .text, .creditCode:
      storeText(bytes, step, index, isUTF8: isUTF8, &batch)
      batch.textEnds.append(batch.text.count)
    case .value:
      let result =
        memos[index].find(bytes) ?? memos[index].add(bytes, plan.value(bytes, plan.fields[index], isUTF8: isUTF8))
      if let rule = result.problem { note(rule, index, bytes) }
      row.integers[step.slot] = result.values.0
      if step.slots > 1 {
        row.integers[step.slot + 1] = result.values.1
        if step.slots > 2 {
          row.integers[step.slot + 2] = result.values.2
          row.integers[step.slot + 3] = result.values.3
        }
      }
    case .timestamp:
      let result = ValueDecoder.timestamp(bytes)
      if let rule = result.problem { note(rule, index, bytes) }
      row.integers[step.slot] = result.values.0
    case .person:
      let result = plan.decoder.person(bytes)
      if let rule = result.problem { note(rule, index, bytes) }
      row.integers[step.slot] = result.values.0
      if result.problem == nil { person = (result.values.1, result.values.2) }
    case .nothing: break
    }
  }

  private mutating func storeText(
    _ raw: UnsafeBufferPointer<UInt8>, _ step: FieldStep, _ index: Int, isUTF8: Bool, _ batch: inout ConformedBatch
  ) {
    let start = batch.text.count
    if isUTF8 {
      batch.text.append(contentsOf: raw)
    } else {
      // The record was found to be valid as a whole.
      decoded.removeAll(keepingCapacity: true)
      _ = plan.dialect.encoding.decode(raw, appendingTo: &decoded)
      decoded.withUnsafeBufferPointer { batch.text.append(contentsOf: Blank.trimmed($0)) }
    }
    let count = batch.text.count - start
    // A character is at most 4 bytes, so only long texts need counting.
    guard step.isChecked || count > step.limit || mayHoldReplacement || !isRight(batch.text, start, step) else {
      return
    }
    let problem = batch.text.withUnsafeBufferPointer {
      check(UnsafeBufferPointer(rebasing: $0[start...]), index)
    }
    if let mapped = problem.mapped {
      batch.text.removeLast(count)
      batch.text += mapped
    }
    if let rule = problem.rule {
      note(rule, index, raw)
      if rule != .replacement { batch.text.removeLast(batch.text.count - start) }
    }
  }

  @inline(__always)
  private func isRight(_ text: [UInt8], _ start: Int, _ step: FieldStep) -> Bool {
    step.action != .creditCode
      || text.withUnsafeBufferPointer { USCC.isValid(UnsafeBufferPointer(rebasing: $0[start...])) }
  }

  private mutating func check(
    _ text: UnsafeBufferPointer<UInt8>, _ index: Int
  ) -> (rule: Rule?, mapped: [UInt8]?) {
    let field = plan.fields[index]
    let found = field.check(text, mayHoldReplacement: mayHoldReplacement)
    guard found.rule == nil, let list = field.list else { return found }
    if let listed = memos[index].find(text) { return (listed.problem, found.mapped) }
    let listed = found.mapped.map { $0.withUnsafeBufferPointer { plan.listed($0, list) } } ?? plan.listed(text, list)
    memos[index].add(text, listed)
    return (listed.problem, found.mapped)
  }

  /// Hashes the row and adds it to the batch; its texts are there already.
  private mutating func finish(_ batch: inout ConformedBatch, line: Int, _ firstText: Int, _ firstEnd: Int) {
    // A row that names no time of change is as old as its main date; set before hashing, so that both forms are one.
    if let slot = plan.updatedSlot, row[slot] == nil, let day = row[plan.mainSlot] { row[slot] = day * 86_400 }
    batch.lines.append(line)
    batch.integers.append(contentsOf: row.integers)
    var content = row.integers.withUnsafeBytes { ByteHash.hash($0.bindMemory(to: UInt8.self)) }
    batch.text.withUnsafeBufferPointer { text in
      batch.textEnds.withUnsafeMutableBufferPointer { ends in
        let own = UnsafeMutableBufferPointer(rebasing: ends[firstEnd...])
        let bytes = UnsafeBufferPointer(rebasing: text[firstText...])
        for index in own.indices { own[index] -= firstText }
        let (key, check) = plan.key(row, bytes, UnsafeBufferPointer(own))
        content = ByteHash.hash(bytes, seed: content)
        content = ByteHash.hash(UnsafeRawBufferPointer(own).bindMemory(to: UInt8.self), seed: content)
        for index in own.indices { own[index] += firstText }
        batch.keys.append(key)
        batch.keyChecks.append(check)
      }
    }
    batch.contents.append(content)
  }

  var decodedBuffer: UnsafeBufferPointer<UInt8> {
    decoded.withUnsafeBufferPointer { UnsafeBufferPointer(start: $0.baseAddress, count: $0.count) }
  }
}
