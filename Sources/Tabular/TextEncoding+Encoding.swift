import Glibc

extension TextEncoding {
  /// UTF-8 text in this encoding.
  public func encoded(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { utf8 in
      switch self {
      case .utf8: Array(utf8)
      // GB18030 covers all of Unicode, so a Swift string always converts.
      case .gb18030: TextEncoding.convertToGB18030(utf8) ?? Array(utf8)
      }
    }
  }

  private static func convertToGB18030(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return [] }
    let converter = iconv_open("GB18030", "UTF-8")
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var failed = false
    let output = [UInt8](unsafeUninitializedCapacity: bytes.count * 2 + 16) { buffer, count in
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
