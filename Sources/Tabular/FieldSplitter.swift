/// Splits one record into its fields, unquoting into a buffer of its own; valid until the next record.
public struct FieldSplitter {
  public let dialect: Dialect
  /// Start and end of each field: within the record's buffer, or within `scratch` where `isScratch`.
  public private(set) var fields: [(start: Int, end: Int, isScratch: Bool)] = []
  public private(set) var scratch: [UInt8] = []

  public init(dialect: Dialect) { self.dialect = dialect }

  /// Splits `record`; surrounding blanks (see `blankWidth`) are dropped from each field.
  public mutating func split(_ buffer: UnsafeBufferPointer<UInt8>, _ record: RecordRange) {
    fields.removeAll(keepingCapacity: true)
    scratch.removeAll(keepingCapacity: true)
    var position = record.start
    let isQuoted = record.shape == .quoted
    while true {
      if isQuoted, position < record.end, buffer[position] == dialect.quote {
        position = unquote(buffer, from: position + 1, to: record.end)
        guard position < record.end else { return }
        position += 1
        continue
      }
      let start = position
      while position < record.end, buffer[position] != dialect.delimiter { position += 1 }
      let trimmed = trim(buffer, start, position)
      fields.append((trimmed.0, trimmed.1, false))
      guard position < record.end else { return }
      position += 1
    }
  }

  /// Where `scratch` lies until the next split.
  public var scratchBase: UnsafePointer<UInt8>? { scratch.withUnsafeBufferPointer { $0.baseAddress } }

  /// Calls `body` with the bytes of field `index`.
  public func withField<Result>(
    _ index: Int, of buffer: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let field = fields[index]
    guard field.isScratch else { return body(UnsafeBufferPointer(rebasing: buffer[field.start..<field.end])) }
    return scratch.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[field.start..<field.end])) }
  }

  private mutating func unquote(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
    let first = scratch.count
    var position = start
    while position < end {
      if buffer[position] == dialect.quote {
        guard position + 1 < end, buffer[position + 1] == dialect.quote else { break }
        position += 1
      }
      scratch.append(buffer[position])
      position += 1
    }
    let range = scratch.withUnsafeBufferPointer { trim($0, first, scratch.count) }
    fields.append((range.0, range.1, true))
    position += 1
    while position < end, buffer[position] != dialect.delimiter { position += 1 }
    return position
  }

  private func trim(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> (Int, Int) {
    var (start, end) = (start, end)
    while start < end, let width = blankWidth(buffer, at: start, to: end) { start += width }
    while end > start {
      guard let width = (1...3).first(where: { end - $0 >= start && blankWidth(buffer, at: end - $0, to: end) == $0 })
      else { break }
      end -= width
    }
    return (start, end)
  }

  /// Bytes of the blank at `place`: ASCII blanks, and in UTF-8 the no-break space (C2 A0), the ideographic space
  /// (E3 80 80), the zero-width space (E2 80 8B) and the byte order mark (EF BB BF), which typists do not see.
  private func blankWidth(_ buffer: UnsafeBufferPointer<UInt8>, at place: Int, to end: Int) -> Int? {
    let first = buffer[place]
    if first == 0x20 || (0x09...0x0D).contains(first) { return 1 }
    guard first >= 0xC2, place + 1 < end else { return nil }
    if first == 0xC2 { return buffer[place + 1] == 0xA0 ? 2 : nil }
    guard place + 2 < end else { return nil }
    switch (first, buffer[place + 1], buffer[place + 2]) {
    case (0xE3, 0x80, 0x80), (0xE2, 0x80, 0x8B), (0xEF, 0xBB, 0xBF): return 3
    default: return nil
    }
  }
}
