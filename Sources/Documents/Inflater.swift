import CZlib

/// Unpacks a deflate stream piece by piece; memory does not grow with it.
///
/// A class: zlib's own state points back at the `z_stream`, which therefore must not move.
public final class Inflater {
  public enum Format: Sendable {
    /// As ZIP holds it.
    case raw
    /// With header, checksum and length; these are verified.
    case gzip
  }

  /// The stream is not what it should be; zlib's own words.
  public struct Damage: Error, Equatable, Sendable {
    public let reason: String
  }

  /// What one call did.
  public struct Progress: Sendable {
    public let read: Int
    public let written: Int
    /// The stream has ended, and its checks were passed.
    public let isEnd: Bool

    public init(read: Int, written: Int, isEnd: Bool) {
      (self.read, self.written, self.isEnd) = (read, written, isEnd)
    }
  }

  private let stream: UnsafeMutablePointer<z_stream>

  /// - Throws: `Damage` where zlib cannot start (no memory).
  public init(_ format: Format) throws {
    stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15: the largest window; 16 more: a gzip header; negative: no header.
    let window: CInt = format == .gzip ? 15 + 16 : -15
    let status = inflateInit2_(stream, window, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw Damage(reason: "zlib \(status)") }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Unpacks from the start of `input` to the start of `output`, as much as fits.
  ///
  /// - Throws: `Damage` where the stream is damaged. A stream that ends too early is not noticed here: it asks for more.
  public func run(_ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer) throws -> Progress {
    // zlib counts in 32 bits.
    let (room, given) = (min(output.count, 1 << 30), min(input.count, 1 << 30))
    stream.pointee.next_in = UnsafeMutableRawPointer(mutating: input.baseAddress)?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = uInt(given)
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = uInt(room)
    let status = inflate(stream, Z_NO_FLUSH)
    // Z_BUF_ERROR: nothing could be done with what was given; more input or room is wanted.
    guard [Z_OK, Z_STREAM_END, Z_BUF_ERROR].contains(status) else {
      throw Damage(reason: stream.pointee.msg.map { String(cString: $0) } ?? "zlib \(status)")
    }
    return Progress(
      read: given - Int(stream.pointee.avail_in), written: room - Int(stream.pointee.avail_out),
      isEnd: status == Z_STREAM_END)
  }

  /// Begins anew, for the stream that follows.
  public func reset() { inflateReset(stream) }
}
