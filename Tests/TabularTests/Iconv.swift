import Glibc

/// Texts as other systems write them, by the C library.
enum Iconv {
  struct Failure: Error {}

  static func encoded(_ text: String, _ encoding: String) throws -> [UInt8] {
    let converter = iconv_open(encoding, "UTF-8")
    guard converter != iconv_t(bitPattern: -1) else { throw Failure() }
    defer { iconv_close(converter) }
    var input = Array(text.utf8CString.dropLast())
    var output = [CChar](repeating: 0, count: input.count * 4)
    let count = try input.withUnsafeMutableBufferPointer { input in
      try output.withUnsafeMutableBufferPointer { output in
        var (from, to) = (input.baseAddress, output.baseAddress)
        var (left, room) = (input.count, output.count)
        guard iconv(converter, &from, &left, &to, &room) != -1 else { throw Failure() }
        return output.count - room
      }
    }
    return output[..<count].map { UInt8(bitPattern: $0) }
  }
}
