/// Where bytes come from: a file, a member of an archive, a stream that is hashed as it passes.
public protocol ByteStream: AnyObject {
  /// Fills the start of `buffer` and returns the number of bytes, which may be fewer than fit; 0 only at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int
}

/// What keeps a file from being read to its end.
public enum ReadError: Error, Equatable {
  case system(operation: String, path: String, errno: Int32)
  /// No record end within `ChunkReader.hardLimit` bytes: not a table.
  case endlessRecord(path: String, line: Int)
}
