import Glibc

/// The encodings that Chinese exports come in.
public enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case gb18030

  /// True where every byte sequence of `bytes` is a character of this encoding.
  public func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    switch self {
    case .utf8: isValidUTF8(bytes)
    case .gb18030: decoded(bytes) != nil
    }
  }

  /// The bytes as UTF-8; nil where a sequence is not of this encoding.
  public func decoded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    switch self {
    case .utf8: isValidUTF8(bytes) ? Array(bytes) : nil
    case .gb18030: convert(bytes, from: "GB18030", to: "UTF-8", growth: 2)
    }
  }

  /// UTF-8 text in this encoding.
  public func encoded(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { utf8 in
      switch self {
      case .utf8: Array(utf8)
      // GB18030 covers all of Unicode, so a Swift string always converts.
      case .gb18030: convert(utf8, from: "UTF-8", to: "GB18030", growth: 2) ?? Array(utf8)
      }
    }
  }

  private func isValidUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    (try? UTF8Span(validating: Span(_unsafeElements: bytes))) != nil
  }

  private func convert(
    _ bytes: UnsafeBufferPointer<UInt8>, from source: String, to target: String, growth: Int
  ) -> [UInt8]? {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return [] }
    let converter = iconv_open(target, source)
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var failed = false
    let output = [UInt8](unsafeUninitializedCapacity: bytes.count * growth + 16) { buffer, count in
      var input: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(mutating: base)
        .assumingMemoryBound(to: CChar.self)
      var inputLeft = bytes.count
      var output: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(buffer.baseAddress!)
        .assumingMemoryBound(to: CChar.self)
      var outputLeft = buffer.count
      failed = iconv(converter, &input, &inputLeft, &output, &outputLeft) == -1
      count = buffer.count - outputLeft
    }
    return failed ? nil : output
  }
}
