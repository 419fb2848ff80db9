import Tabular

/// What a file is by its first bytes: names lie.
enum ContentKind {
  case gzip, zip, sqlite, other

  init(_ first: [UInt8]) {
    if first.starts(with: [0x1F, 0x8B, 0x08]) {
      self = .gzip
    } else if first.starts(with: [0x50, 0x4B, 0x03, 0x04]) || first.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .zip
    } else {
      self = first.starts(with: Array("SQLite format 3\0".utf8)) ? .sqlite : .other
    }
  }
}

/// A stream whose start was read already.
final class Rejoined: ByteStream {
  private var first: ArraySlice<UInt8>
  private let rest: any ByteStream

  init(_ first: [UInt8], _ rest: any ByteStream) { (self.first, self.rest) = (first[...], rest) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
    guard !first.isEmpty else { return try rest.read(into: buffer) }
    let count = min(first.count, buffer.count)
    buffer.copyBytes(from: first.prefix(count))
    first = first.dropFirst(count)
    return count
  }
}
