/// Where one record of a buffer lies.
public struct RecordRange: @unchecked Sendable {
  public enum Shape: UInt8, Sendable {
    case plain
    /// Has fields in quotes, each within its line.
    case quoted
    /// Has a quote within an unquoted field, or a line end within quotes: `FieldSplitter.misleads` looks closer.
    case doubtful
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
  /// Where the fields end, as the index of the chunk found it (see `FieldEnd`): lives as long as the chunk's bytes.
  /// Nil where it is not known.
  var fieldEnds: UnsafeBufferPointer<UInt32>?

  public init(start: Int, end: Int, line: Int, shape: Shape) {
    self.start = start
    self.end = end
    self.line = line
    self.shape = shape
  }
}
