/// Titles of postings.
enum Title {
  /// As the copy rule compares titles: no ASCII blanks, ASCII letters in lower case.
  static func comparable(_ title: String) -> String {
    let bytes = title.utf8.filter { $0 != 0x20 }.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same title, typed a little differently by an agency.
  static func retyped(_ title: String, _ random: inout SampleRandom) -> String {
    guard random.chance(0.2) else { return title }
    let lower = String(title.map { $0.isASCII ? Character($0.lowercased()) : $0 })
    if lower != title { return lower }
    return "\(title.prefix(2)) \(title.dropFirst(2))"
  }
}
