internal import CRecordIndex

/// The encodings that Chinese exports come in.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case gb18030

  /// True where every byte sequence of `bytes` is a character of this encoding.
  public func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch self {
    case .utf8: utf8_is_valid(bytes.baseAddress, bytes.count, record_method_best)
    case .gb18030: gb18030_is_valid(bytes.baseAddress, bytes.count)
    }
  }

  /// Room that `decode(_:into:)` needs for `count` bytes.
  public static func decodedCapacity(of count: Int) -> Int { gb18030_capacity(count) }

  /// Writes the bytes as UTF-8 to the start of `output`; the number of bytes written, nil where a sequence is not of
  /// this encoding.
  ///
  /// - Parameter output: of at least `decodedCapacity(of: bytes.count)` bytes, whatever the text.
  public func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    precondition(output.count >= TextEncoding.decodedCapacity(of: bytes.count))
    switch self {
    case .utf8:
      guard isValid(bytes) else { return nil }
      _ = output.update(fromContentsOf: bytes)
      return bytes.count
    case .gb18030:
      let count = gb18030_decode(bytes.baseAddress, bytes.count, output.baseAddress)
      return count < 0 ? nil : count
    }
  }

  /// Appends the bytes as UTF-8; false, and nothing appended, where a sequence is not of this encoding.
  public func decode(_ bytes: UnsafeBufferPointer<UInt8>, appendingTo output: inout [UInt8]) -> Bool {
    switch self {
    case .utf8:
      guard isValid(bytes) else { return false }
      output.append(contentsOf: bytes)
      return true
    case .gb18030:
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: TextEncoding.decodedCapacity(of: bytes.count)) {
        guard let count = decode(bytes, into: $0) else { return false }
        output.append(contentsOf: $0[..<count])
        return true
      }
    }
  }

  /// The bytes as UTF-8; nil where a sequence is not of this encoding.
  public func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var output: [UInt8] = []
    return decode(bytes, appendingTo: &output) ? output : nil
  }
}
