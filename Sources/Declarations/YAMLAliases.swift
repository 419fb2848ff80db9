/// Lists of aliases of lists of aliases unfold to more than any machine can compare, so there may be only a few.
enum YAMLAliases {
  static let limit = 10

  /// What looks like an alias in a YAML text: a `*` at the start of a word, with no blank behind it.
  static func count(in text: String) -> Int {
    var count = 0
    var before = UInt8(ascii: " ")
    var wasStar = false
    for byte in text.utf8 {
      if wasStar, byte > 0x20 { count += 1 }
      wasStar = byte == UInt8(ascii: "*") && (before <= 0x20 || "[{,:?-".utf8.contains(before))
      before = byte
    }
    return count
  }
}
