/// Titles as people write them, around what the job is called: ranks, benefits, places, pay, several jobs, slips of the
/// keyboard.
enum WrittenTitle {
  private static let before = ["急聘", "高薪诚聘", "诚聘", "长期招聘", "高级", "资深", "实习", "兼职", "包吃住", "【急】"]
  private static let behind = [
    "五险一金", "（双休）", "+包吃住", " 月薪6000-8000元", "(无需经验)", "/长白班", "3名", " 提供食宿", "（可学徒）", "主管", "专员", "（18-45岁）",
    " 五险+双休",
  ]
  private static let places = ["防城港市", "【港口区】", "东兴", "上思县", "（防城区）", "广西"]

  /// - Parameter title: what the job is called.
  static func make(_ title: String, _ random: inout SampleRandom) -> String {
    var written = title
    if random.chance(0.1) { written = spaced(written, &random) }
    if random.chance(0.35) { written = random.pick(before) + written }
    if random.chance(0.25) { written = random.pick(places) + written }
    if random.chance(0.45) { written += random.pick(behind) }
    if random.chance(0.05) { written = wide(written) }
    return written
  }

  /// A blank where somebody's hand slipped.
  private static func spaced(_ title: String, _ random: inout SampleRandom) -> String {
    guard title.count == 2 else { return title + " " }
    return title.map(String.init).joined(separator: " ")
  }

  /// Digits and letters in full width.
  private static func wide(_ title: String) -> String {
    String(
      String.UnicodeScalarView(
        title.unicodeScalars.map { scalar in
          guard (0x21...0x7E).contains(scalar.value) else { return scalar }
          return Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar
        }))
  }
}
