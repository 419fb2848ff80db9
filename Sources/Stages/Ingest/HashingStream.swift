import Crypto
import Tabular

/// Hashes bytes as they pass, so that a large file is read once.
public final class HashingStream: ByteStream {
  private let stream: any ByteStream
  private var hash = SHA256()
  /// Bytes that have passed.
  public private(set) var count = 0

  public init(_ stream: any ByteStream) { self.stream = stream }

  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
    let got = try stream.read(into: buffer)
    hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: buffer[..<got]))
    count += got
    return got
  }

  /// Lower-case hexadecimal SHA-256 of what has passed.
  public var sha256: String { Hexadecimal.text(hash.finalize()) }
}
