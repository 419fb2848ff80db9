import Glibc

/// A run of whole records, as read from the file.
public struct Chunk: Sendable {
  /// The bytes in the file's encoding.
  public let bytes: [UInt8]
  public let records: [RecordRange]
  /// Number of the first record in the file; the header is record 0.
  public let firstRecord: Int
  /// Physical line (from 1) of the first record.
  public let firstLine: Int
}

/// What keeps a file from being read to its end.
public enum ReadError: Error, Equatable {
  case system(operation: String, path: String, errno: Int32)
  /// No record end within `ChunkReader.hardLimit` bytes: not a table.
  case endlessRecord(path: String, line: Int)
}

/// Reads a file once, in chunks of about 4 MB that end at true record ends; memory does not grow with the file.
public final class ChunkReader {
  /// A line longer than this is no table at all; the file is refused.
  public static let hardLimit = 32 << 20

  private let descriptor: Int32
  private let path: String
  private let scanner: RecordScanner
  private let chunkSize: Int
  private var carry: [UInt8] = []
  private var atEnd = false
  private var nextRecord = 0
  private var nextLine = 1

  public init(path: String, dialect: Dialect, chunkSize: Int = 4 << 20) throws(ReadError) {
    self.path = path
    self.scanner = RecordScanner(dialect: dialect)
    self.chunkSize = chunkSize
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(operation: "open", path: path, errno: errno) }
    if dialect.byteOrderMark > 0 { lseek(descriptor, off_t(dialect.byteOrderMark), SEEK_SET) }
  }

  deinit { close(descriptor) }

  /// The next run of records; nil at the end of the file.
  public func next() throws(ReadError) -> Chunk? {
    var target = chunkSize
    while true {
      try fill(upTo: target)
      guard !carry.isEmpty else { return nil }
      let (records, used, lines) = index(isLast: atEnd)
      guard used > 0 else {
        guard carry.count < ChunkReader.hardLimit else { throw .endlessRecord(path: path, line: nextLine) }
        target = carry.count + chunkSize
        continue
      }
      let chunk = Chunk(
        bytes: Array(carry[..<used]), records: records, firstRecord: nextRecord, firstLine: nextLine)
      carry.removeFirst(used)
      nextRecord += records.count
      nextLine += lines
      return chunk
    }
  }

  private func fill(upTo size: Int) throws(ReadError) {
    while !atEnd, carry.count < size {
      var got = 0
      carry += [UInt8](unsafeUninitializedCapacity: size - carry.count) { block, count in
        got = read(descriptor, block.baseAddress, block.count)
        count = max(got, 0)
      }
      guard got >= 0 else { throw .system(operation: "read", path: path, errno: errno) }
      atEnd = got == 0
    }
  }

  /// Records of the buffer, the bytes they take and the physical lines in them. Blank lines are no records.
  private func index(isLast: Bool) -> (records: [RecordRange], used: Int, lines: Int) {
    var records: [RecordRange] = []
    var position = 0
    var line = 0
    carry.withUnsafeBufferPointer { buffer in
      records.reserveCapacity(buffer.count / 400)
      while position < buffer.count {
        guard case .record(var record, let next) = scanner.step(buffer, from: position, isLast: isLast) else { break }
        record.line = line
        if record.end > record.start { records.append(record) }
        let mayHoldNewlines = record.shape == .quoted || record.shape == .tooLong
        line += mayHoldNewlines ? newlines(buffer, from: record.start, to: min(next, buffer.count)) : 1
        position = next
      }
    }
    return (records, min(position, carry.count), line)
  }

  private func newlines(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
    var count = 0
    var position = start
    while let hit = scanner.find(scanner.dialect.newline, in: buffer, from: position, to: end) {
      count += 1
      position = hit + 1
    }
    return max(count, 1)
  }
}
