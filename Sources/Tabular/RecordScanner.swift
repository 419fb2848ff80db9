import Glibc

/// Where one record of a buffer lies.
public struct RecordRange: Sendable {
  public enum Shape: UInt8, Sendable {
    case plain
    /// Holds a quote character: its fields may be quoted.
    case quoted
    /// A quote that opens a field is never closed (or is followed by text): the physical line is taken as it stands.
    case brokenQuote
    /// Longer than `RecordScanner.recordLimit`.
    case tooLong
  }

  public var start: Int
  /// End of the text, without the newline.
  public var end: Int
  /// Physical line of the record's start, counted from 0 within the buffer.
  public var line: Int
  public var shape: Shape

  public init(start: Int, end: Int, line: Int, shape: Shape) {
    self.start = start
    self.end = end
    self.line = line
    self.shape = shape
  }
}

/// Finds record ends (RFC 4180: a newline inside quotes belongs to the field).
///
/// A quote counts only where it opens a field, so that a stray inch mark in a text does not swallow the rows behind it;
/// a quoted field that is not closed properly breaks just its own physical line.
public struct RecordScanner: Sendable {
  /// Records above this many bytes are not parsed.
  public static let recordLimit = 1 << 20

  public let dialect: Dialect

  public init(dialect: Dialect) { self.dialect = dialect }

  enum Step {
    case record(RecordRange, next: Int)
    /// The buffer ends inside the record.
    case incomplete
  }

  /// The record that starts at `start`. At `isLast`, the end of the buffer ends the record.
  func step(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int, isLast: Bool) -> Step {
    guard let lineEnd = find(dialect.newline, in: buffer, from: start) ?? (isLast ? buffer.count : nil) else {
      return .incomplete
    }
    guard find(dialect.quote, in: buffer, from: start, to: lineEnd) != nil else {
      return finish(buffer, start, lineEnd, .plain)
    }
    return quoted(buffer, from: start, lineEnd: lineEnd, isLast: isLast)
  }

  private func quoted(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int, lineEnd: Int, isLast: Bool) -> Step {
    var position = start
    var end = lineEnd
    while true {
      // At the start of a field.
      if position < buffer.count, buffer[position] == dialect.quote {
        switch closing(buffer, after: position + 1, before: start + RecordScanner.recordLimit, isLast: isLast) {
        case .closed(let after): position = after
        case .broken: return finish(buffer, start, lineEnd, .brokenQuote)
        case .unknown: return .incomplete
        }
        if position >= end {
          guard let next = find(dialect.newline, in: buffer, from: position) ?? (isLast ? buffer.count : nil) else {
            return .incomplete
          }
          end = next
        }
      }
      guard let delimiter = find(dialect.delimiter, in: buffer, from: position, to: end) else {
        return finish(buffer, start, end, .quoted)
      }
      position = delimiter + 1
    }
  }

  private enum Closing {
    case closed(after: Int)
    case broken
    case unknown
  }

  /// Looks for the closing quote before `limit` only, so that the answer does not depend on where a chunk ends.
  private func closing(
    _ buffer: UnsafeBufferPointer<UInt8>, after start: Int, before limit: Int, isLast: Bool
  ) -> Closing {
    var position = start
    while let quote = find(dialect.quote, in: buffer, from: position, to: min(limit, buffer.count)) {
      guard quote + 1 < buffer.count else { return isLast ? .closed(after: quote + 1) : .unknown }
      let follower = buffer[quote + 1]
      if follower == dialect.quote {
        position = quote + 2
      } else if follower == dialect.delimiter || follower == .lineFeed || follower == .carriageReturn {
        return .closed(after: quote + 1)
      } else {
        return .broken
      }
    }
    return isLast || buffer.count >= limit ? .broken : .unknown
  }

  private func finish(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ shape: RecordRange.Shape)
    -> Step
  {
    var textEnd = end
    while textEnd > start, buffer[textEnd - 1] == .carriageReturn { textEnd -= 1 }
    let isTooLong = textEnd - start > RecordScanner.recordLimit
    return .record(
      RecordRange(start: start, end: textEnd, line: 0, shape: isTooLong ? .tooLong : shape), next: end + 1)
  }

  func find(_ byte: UInt8, in buffer: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int? = nil) -> Int? {
    let count = (end ?? buffer.count) - start
    guard count > 0, let base = buffer.baseAddress, let hit = memchr(base + start, Int32(byte), count) else {
      return nil
    }
    return UnsafeRawPointer(hit) - UnsafeRawPointer(base)
  }
}

extension RecordScanner {
  /// The first record of `bytes` that is not blank.
  public func first(of bytes: [UInt8]) -> RecordRange? {
    bytes.withUnsafeBufferPointer { buffer in
      var position = 0
      var line = 0
      while position < buffer.count {
        guard case .record(var record, let next) = step(buffer, from: position, isLast: true) else { return nil }
        record.line = line
        if record.end > record.start { return record }
        line += 1
        position = next
      }
      return nil
    }
  }
}
