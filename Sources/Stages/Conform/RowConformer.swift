import Domain
import Glibc
import Tabular

/// Turns the records of a chunk into typed rows; one for each worker thread.
///
/// The loop over cells copies nothing that counts references: that alone took a quarter of the time.
struct RowConformer: ~Copyable {
  let plan: ConformPlan
  /// Flat memory: an array would count its readers, a row each.
  private let steps: UnsafeMutableBufferPointer<FieldStep>
  let width: Int
  /// Columns up to the last that has a name.
  let named: Int
  let headerLength: Int
  /// Bytes of the first name in it.
  let firstNameLength: Int
  let nature: RowNature
  /// What is to be said of the row that is refused or skipped as a whole.
  var detail = ""
  /// False where a record is decoded before it is cut.
  let isCutRaw: Bool
  private let isUTF8: Bool
  let areCellsUTF8: Bool
  private let missing: MissingTexts
  private let checks: [RowCheckBody]
  var splitter: FieldSplitter
  private let titles: UnsafeMutableBufferPointer<TitleStep>
  /// One a field, and one for each of `titles`.
  let memos: UnsafeMutablePointer<DecodeCache>
  var row: RowValues
  var problems: [(problem: Problem, value: String)] = []
  let decoded = StableBytes()
  var person: (birth: Int, sex: Int)?
  var mayHoldReplacement = true
  var leaks: PersonalDataScanner
  /// Kept rows of a chunk whose place nobody knows: it is empty or cannot be read.
  private var placeless = 0

  init(plan: ConformPlan) {
    self.plan = plan
    let steps = plan.fields.enumerated().map { FieldStep($0.element, index: $0.offset) }.filter { !$0.isIdle }
    self.steps = .allocate(capacity: steps.count)
    _ = self.steps.initialize(from: steps)
    width = plan.header.header.count
    named = (plan.header.header.lastIndex { !$0.isEmpty } ?? -1) + 1
    headerLength = plan.cutHeader.count
    firstNameLength = plan.firstName.count
    nature = RowNature(encoding: plan.cellEncoding)
    isUTF8 = plan.dialect.encoding == .utf8
    missing = plan.missing
    checks = plan.checks
    areCellsUTF8 = plan.cellEncoding == .utf8
    isCutRaw = plan.cellEncoding == plan.dialect.encoding
    var dialect = plan.dialect
    dialect.encoding = plan.cellEncoding
    splitter = FieldSplitter(dialect: dialect)
    titles = .allocate(capacity: plan.titles.count)
    _ = titles.initialize(from: plan.titles)
    memos = .allocate(capacity: plan.fields.count + plan.titles.count)
    for index in 0..<(plan.fields.count + plan.titles.count) { (memos + index).initialize(to: DecodeCache()) }
    leaks = PersonalDataScanner(latest: plan.context.today)
    row = RowValues(count: plan.contract.integerColumns.count)
  }

  deinit {
    memos.deinitialize(count: plan.fields.count + plan.titles.count)
    titles.deallocate()
    memos.deallocate()
    steps.deallocate()
    nature.deallocate()
  }

  mutating func conform(_ chunk: Chunk) -> ConformedBatch {
    var batch = ConformedBatch()
    placeless = 0
    batch.bytes = chunk.bytes.count
    batch.reserve(chunk.records.count, plan.contract, bytes: chunk.bytes.count)
    chunk.bytes.withUnsafeBufferPointer { buffer in
      let isClean = isUTF8 && plan.dialect.encoding.isValid(buffer)
      let marks = TextMarks(of: buffer)
      mayHoldReplacement = !isUTF8 || marks.hasReplacement
      let first = min(max(plan.head.end - chunk.firstRecord, 0), chunk.records.count)
      if first > 0 { conformHead(chunk, buffer, &batch) }
      batch.records += chunk.records.count - first
      for record in chunk.records[first...] {
        let line = chunk.firstLine + record.line
        let start = (text: batch.text.count, ends: batch.textEnds.count)
        problems.removeAll(keepingCapacity: true)
        let refusal = conform(buffer, record, isClean: isClean, holdsNul: marks.hasNul, &batch)
        if let refusal { refuse(buffer, record, refusal) }
        if !problems.isEmpty, note(buffer, record, line, &batch) {
          if refusal == nil { nameReject(line, start.text, start.ends, &batch) }
          batch.text.removeLast(batch.text.count - start.text)
          batch.textEnds.removeLast(batch.textEnds.count - start.ends)
        } else {
          finish(&batch, line: line, start.text, start.ends)
        }
      }
    }
    if placeless > 0, let field = plan.contract.roles.region {
      batch.counted[Problem(.regionMissing, field)] = placeless
    }
    return batch
  }

  /// Decodes one record; a rule where it is refused as a whole.
  private mutating func conform(
    _ buffer: UnsafeBufferPointer<UInt8>, _ record: RecordRange, isClean: Bool, holdsNul: Bool,
    _ batch: inout ConformedBatch
  ) -> Rule? {
    switch record.shape {
    case .brokenQuote: return .rowQuote
    case .tooLong: return .rowTooLong
    case .plain, .quoted, .doubtful: break
    }
    let bytes = UnsafeBufferPointer(rebasing: buffer[record.start..<record.end])
    if holdsNul, bytes.contains(0) { return .rowNul }
    if !isClean, !plan.dialect.encoding.isValid(bytes) { return .rowEncoding }
    if isCutRaw { return decode(buffer, record, &batch) }
    decoded.replace(with: plan.dialect.encoding.decoded(bytes) ?? [])
    return decode(
      decoded.buffer, RecordRange(start: 0, end: decoded.count, line: 0, shape: record.shape), &batch)
  }

  private mutating func decode(
    _ buffer: UnsafeBufferPointer<UInt8>, _ record: RecordRange, _ batch: inout ConformedBatch
  ) -> Rule? {
    splitter.split(buffer, record)
    let count = splitter.fields.count
    if isUnusual(buffer, record) {
      if let rule = examine(buffer, record) { return rule }
      splitter.pad(to: width)
    }
    for (column, characters) in plan.strips { splitter.strip(column, characters, of: buffer) }
    row.clear()
    person = nil
    for step in steps where step.action == .value { prefetch(step, buffer) }
    for step in steps { decodeField(step, buffer, &batch) }
    reconcilePerson()
    plan.fillPlaces(&row, problems)
    for check in checks {
      for found in check(&row, plan.context) { problems.append((stricter(found.problem), found.value)) }
    }
    return count < width ? judgeShort(count) : nil
  }

  /// The cell of a step; empty where the file has no column for it.
  @inline(__always)
  private func cell(_ step: FieldStep, _ buffer: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard step.column >= 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
    let place = splitter.fields[step.column]
    let base = place.isScratch ? splitter.scratchBase : buffer.baseAddress
    return UnsafeBufferPointer(start: base.map { $0 + place.start }, count: place.end - place.start)
  }

  /// Tells ahead what the memo of a step will be asked: the memos of all columns together do not fit the cache.
  @inline(__always)
  private func prefetch(_ step: FieldStep, _ buffer: UnsafeBufferPointer<UInt8>) {
    memos[step.index].prefetch(cell(step, buffer))
  }

  @inline(__always)
  private mutating func decodeField(
    _ step: FieldStep, _ buffer: UnsafeBufferPointer<UInt8>, _ batch: inout ConformedBatch
  ) {
    let bytes = cell(step, buffer)
    if !bytes.isEmpty, !missing.contains(bytes) {
      store(bytes, step, &batch)
    } else {
      storeNothing(step, &batch)
    }
  }

  /// Stores what stands for a cell that is missing.
  private mutating func storeNothing(_ step: FieldStep, _ batch: inout ConformedBatch) {
    if step.hasFallback {
      let fallback = plan.fields[step.index].fallback
      fallback.withUnsafeBufferPointer { store($0, step, &batch) }
    } else {
      if step.isRequired { problems.append((Problem(.required, plan.fields[step.index].name, severity: .reject), "")) }
      if step.action == .text || step.action == .creditCode { batch.textEnds.append(batch.text.count) }
    }
  }

  /// Stores one cell that is not missing.
  @inline(__always)
  private mutating func store(
    _ bytes: UnsafeBufferPointer<UInt8>, _ step: FieldStep, _ batch: inout ConformedBatch
  ) {
    switch step.action {
    case .text, .creditCode:
      storeText(bytes, step, &batch)
      batch.textEnds.append(batch.text.count)
    case .value: storeValue(bytes, step)
    case .date:
      if let day = DateText.plain(bytes) { row.integers[step.slot] = day.ordinal } else { storeValue(bytes, step) }
    case .timestamp:
      let result = TimestampText.parse(bytes).map { Decoded.value($0) } ?? .problem(.date)
      if let rule = result.problem { note(rule, step.index, bytes) }
      row.integers[step.slot] = result.values.0
    case .person:
      let result = plan.decoder.person(String(decoding: bytes, as: UTF8.self))
      if let rule = result.problem { note(rule, step.index, bytes) }
      row.integers[step.slot] = result.values.0
      if result.problem == nil { person = (result.values.1, result.values.2) }
    case .nothing: break
    }
  }

  /// Stores what the decoder or the memo before it makes of a cell.
  @inline(__always)
  private mutating func storeValue(_ bytes: UnsafeBufferPointer<UInt8>, _ step: FieldStep) {
    let result: Decoded
    if let known = memos[step.index].find(bytes) {
      result = known
    } else {
      result = memos[step.index].add(bytes, plan.value(bytes, plan.fields[step.index]))
    }
    if let rule = result.problem { note(rule, step.index, bytes) }
    row.integers[step.slot] = result.values.0
    if step.slots > 1 {
      row.integers[step.slot + 1] = result.values.1
      if step.slots > 2 {
        row.integers[step.slot + 2] = result.values.2
        row.integers[step.slot + 3] = result.values.3
      }
    }
  }

  /// Hashes the row and adds it to the batch; its texts are there already.
  private mutating func finish(_ batch: inout ConformedBatch, line: Int, _ firstText: Int, _ firstEnd: Int) {
    if let slot = plan.regionSlot, row.integers[slot] == RowValues.missing { placeless += 1 }
    // A row that names no time of change is as old as its main date; set before hashing, so that both forms are one.
    if let slot = plan.updatedSlot, row[slot] == nil, let day = row[plan.mainSlot] { row[slot] = day * 86_400 }
    batch.lines.append(line)
    // Before titles are coded: what tables make of a title changes with them, and the row does not.
    var content = row.integers.withUnsafeBufferPointer { integers in
      ByteHash.hash(UnsafeRawBufferPointer(integers).bindMemory(to: UInt8.self))
    }
    batch.text.withUnsafeBufferPointer { text in
      batch.textEnds.withUnsafeMutableBufferPointer { ends in
        let own = UnsafeMutableBufferPointer(rebasing: ends[firstEnd...])
        let bytes = UnsafeBufferPointer(rebasing: text[firstText...])
        for index in own.indices { own[index] -= firstText }
        let (key, check) = plan.key(row, bytes, UnsafeBufferPointer(own))
        content = ByteHash.hash(bytes, seed: content)
        content = ByteHash.hash(UnsafeRawBufferPointer(own).bindMemory(to: UInt8.self), seed: content)
        for step in titles where row.integers[step.slot] == RowValues.missing { codeTitle(step, bytes, own) }
        for index in own.indices { own[index] += firstText }
        batch.keys.append(key)
        batch.keyChecks.append(check)
      }
    }
    row.integers.withUnsafeBufferPointer { batch.integers.append(contentsOf: $0) }
    batch.contents.append(content)
  }
}
