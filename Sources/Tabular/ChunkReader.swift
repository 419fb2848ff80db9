/// A run of whole records, as read from the file.
public struct Chunk: Sendable {
  /// The bytes in the file's encoding.
  public let bytes: ChunkBytes
  public let records: [RecordRange]
  /// Number of the first record in the file; the header is record 0.
  public let firstRecord: Int
  /// Physical line (from 1) of the first record.
  public let firstLine: Int
}

/// Reads a file once, in chunks of about 2 MB that end at true record ends; memory does not grow with the file.
public final class ChunkReader {
  /// Bytes of a chunk: some chunks are in memory at once, with all that is made of them.
  public static let size = 2 << 20
  /// Bytes of a chunk of a file of `bytes`: with fewer than some dozens of chunks, memory would be that of the whole file.
  public static func chunkSize(bytes: Int) -> Int { min(max(bytes / 64, 1 << 18), size) }
  /// Records of a chunk at most: what is made of a row of two bytes takes some hundreds.
  static let recordLimit = 1 << 15
  /// A line longer than this is no table at all; the file is refused.
  public static let hardLimit = 32 << 20

  private let stream: any ByteStream
  private let path: String
  private var index: RecordIndex
  private let pool: BlockPool
  private var marksToSkip: Int
  /// What the last chunk held behind its records, to be copied to the start of the next.
  private var rest: (bytes: ChunkBytes, count: Int)?
  private var atEnd = false
  private var nextRecord = 0
  private var nextLine = 1

  /// - Parameters:
  ///   - path: named in errors.
  ///   - chunkSize: bytes read at a time.
  public init(stream: any ByteStream, path: String, dialect: Dialect, chunkSize: Int = ChunkReader.size) {
    self.stream = stream
    self.path = path
    index = RecordIndex(dialect)
    pool = BlockPool(capacity: chunkSize)
    marksToSkip = dialect.byteOrderMark
  }

  public convenience init(path: String, dialect: Dialect, chunkSize: Int = ChunkReader.size) throws(ReadError) {
    self.init(stream: try FileStream(path: path), path: path, dialect: dialect, chunkSize: chunkSize)
  }

  /// The next run of records; nil at the end of the file.
  public func next() throws(ReadError) -> Chunk? {
    try skipMark()
    var bytes = carriedOver()
    while true {
      let isLast = try fill(bytes)
      guard bytes.count > 0 else { return nil }
      let filled = UnsafeBufferPointer(rebasing: bytes.block.bytes[..<bytes.count])
      let found = index.records(
        of: filled, isLast: isLast, limit: ChunkReader.recordLimit, ends: &bytes.block.ends)
      if found.used > 0 { return chunk(bytes, found) }
      guard bytes.count < ChunkReader.hardLimit else { throw .endlessRecord(path: path, line: nextLine) }
      let larger = ChunkBytes(from: pool, capacity: min(bytes.count * 2 + pool.capacity, ChunkReader.hardLimit))
      larger.append(filled)
      bytes = larger
    }
  }

  private func chunk(_ bytes: ChunkBytes, _ found: RecordIndex.Found) -> Chunk {
    if found.used < bytes.count { rest = (bytes, bytes.count - found.used) }
    bytes.count = found.used
    let chunk = Chunk(bytes: bytes, records: found.records, firstRecord: nextRecord, firstLine: nextLine)
    nextRecord += found.records.count
    nextLine += found.lines
    return chunk
  }

  /// A new chunk that begins with what the last one left over.
  private func carriedOver() -> ChunkBytes {
    guard let (last, count) = rest else { return ChunkBytes(from: pool, capacity: pool.capacity) }
    let bytes = ChunkBytes(from: pool, capacity: max(pool.capacity, count))
    bytes.append(UnsafeBufferPointer(rebasing: last.block.bytes[last.count..<last.count + count]))
    rest = nil
    return bytes
  }

  /// Reads until the chunk is full; true at the end of the stream.
  private func fill(_ bytes: ChunkBytes) throws(ReadError) -> Bool {
    while !atEnd, !bytes.room.isEmpty {
      let got = try stream.read(into: bytes.room)
      bytes.count += got
      atEnd = got == 0
    }
    return atEnd
  }

  private func skipMark() throws(ReadError) {
    guard marksToSkip > 0 else { return }
    let mark = UnsafeMutableRawBufferPointer.allocate(byteCount: marksToSkip, alignment: 1)
    defer { mark.deallocate() }
    var left = marksToSkip
    while left > 0, case let got = try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: mark[..<left])),
      got > 0
    {
      left -= got
    }
    marksToSkip = 0
  }
}
