/// Splits one record into its fields, unquoting into a buffer of its own; valid until the next record.
public struct FieldSplitter {
  public let dialect: Dialect
  /// Start and end of each field: within the record's buffer, or within `scratch` where `isScratch`.
  public private(set) var fields: [(start: Int, end: Int, isScratch: Bool)] = []
  public private(set) var scratch: [UInt8] = []

  public init(dialect: Dialect) { self.dialect = dialect }

  /// Splits `record`; surrounding ASCII blanks and ideographic spaces (UTF-8) are dropped from each field.
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
    var start = start
    var end = end
    while start < end {
      if isBlank(buffer[start]) {
        start += 1
      } else if end - start >= 3, isIdeographicSpace(buffer, start) {
        start += 3
      } else {
        break
      }
    }
    while end > start {
      if isBlank(buffer[end - 1]) {
        end -= 1
      } else if end - start >= 3, isIdeographicSpace(buffer, end - 3) {
        end -= 3
      } else {
        break
      }
    }
    return (start, end)
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  /// U+3000, `E3 80 80` in UTF-8.
  private func isIdeographicSpace(_ buffer: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    buffer[at] == 0xE3 && buffer[at + 1] == 0x80 && buffer[at + 2] == 0x80
  }
}
