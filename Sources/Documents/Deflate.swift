import CZlib
import Dispatch

/// Raw deflate streams, as ZIP holds them.
enum Deflate {
  /// Each of `contents` compressed, on all cores; most of the time that an archive takes is this.
  static func compress(_ contents: [[UInt8]]) -> [[UInt8]?] {
    var packed = [[UInt8]?](repeating: nil, count: contents.count)
    packed.withUnsafeMutableBufferPointer { packed in
      // Each has a place of its own, so that no lock is needed.
      nonisolated(unsafe) let places = packed
      DispatchQueue.concurrentPerform(iterations: contents.count) { places[$0] = compress(contents[$0]) }
    }
    return packed
  }

  /// `bytes` compressed at level 9; nil where zlib refuses (out of memory).
  static func compress(_ bytes: [UInt8]) -> [UInt8]? {
    var stream = z_stream()
    // Negative window bits: no zlib header.
    guard
      deflateInit2_(
        &stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK
    else { return nil }
    defer { deflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, uLong(bytes.count))))
    let status = run(&stream, from: bytes, to: &output) { CZlib.deflate(&$0, Z_FINISH) }
    return status == Z_STREAM_END ? Array(output.prefix(Int(stream.total_out))) : nil
  }

  /// The `size` bytes that `bytes` unpacks to; nil where the stream is damaged or has another size.
  static func expand(_ bytes: [UInt8], size: Int) -> [UInt8]? {
    guard var end = unpack(bytes, size: size, { CZlib.inflate(&$0, Z_FINISH) }), end.status == Z_STREAM_END,
      end.stream.total_out == uLong(size), end.stream.avail_in == 0
    else { return nil }
    end.output.removeLast()
    return end.output
  }

  /// True where the bits behind the end of a stream, which mean nothing, are 0, as zlib writes them.
  static func hasBlankEnd(_ bytes: [UInt8], size: Int) -> Bool {
    // After a block `data_type` has 128, in the last one 64, and how many bits of the last byte are left.
    let end = unpack(bytes, size: size) { stream in
      var status = Z_OK
      repeat { status = CZlib.inflate(&stream, Z_BLOCK) } while status == Z_OK && stream.data_type & 192 != 192
      return status
    }
    guard let end, let last = bytes.last, end.status == Z_OK, end.stream.avail_in == 0 else { return false }
    let left = end.stream.data_type & 63
    return left < 8 && last >> UInt8(8 - left) == 0
  }

  /// What `step` leaves of a stream that unpacks to `size` bytes; nil where zlib refuses (out of memory).
  private static func unpack(
    _ bytes: [UInt8], size: Int, _ step: (inout z_stream) -> CInt
  ) -> (status: CInt, stream: z_stream, output: [UInt8])? {
    var stream = z_stream()
    guard inflateInit2_(&stream, -15, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
    defer { inflateEnd(&stream) }
    // One byte more than expected, so that a longer stream shows.
    var output = [UInt8](repeating: 0, count: size + 1)
    let status = run(&stream, from: bytes, to: &output, step)
    return (status, stream, output)
  }

  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    UInt32(truncatingIfNeeded: CZlib.crc32(0, bytes, uInt(bytes.count)))
  }

  private static func run(
    _ stream: inout z_stream, from bytes: [UInt8], to output: inout [UInt8], _ step: (inout z_stream) -> CInt
  ) -> CInt {
    var input = bytes
    return input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = uInt(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = uInt(target.count)
        return step(&stream)
      }
    }
  }
}
