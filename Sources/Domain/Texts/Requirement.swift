/// Texts that say that nothing is asked for.
public enum Requirement {
  private static let words: Set<String> = ["无", "均可", "不拘", "无限制", "男女不限", "皆可"]
  private static let marks = ["不限", "无要求", "不要求", "不作要求", "不做要求"]

  /// True for 不限, 无要求, 学历不限, 不作要求 and the like.
  public static func isNone(_ text: String) -> Bool {
    let folded = TextFold.fold(text)
    if words.contains(folded) { return true }
    return marks.contains { folded.hasPrefix($0) || folded.hasSuffix($0) }
  }
}

/// Texts of a level that is asked for at least or at most.
public enum LevelText {
  private static let tails = [
    "及以上学历", "以上学历", "及以上", "(含)以上", "以上", "及以下", "以下", "毕业", "学历", "职称", "资格",
  ]

  /// The level alone: 大专及以上 -> 大专, 本科学历 -> 本科.
  public static func strip(_ text: String) -> String {
    // Characters in an array, since counting those of a string again and again takes long for long ones.
    var folded = ArraySlice(TextFold.fold(text))
    while let tail = tails.first(where: { folded.count > $0.count && folded.suffix($0.count).elementsEqual($0) }) {
      folded.removeLast(tail.count)
    }
    return String(folded)
  }
}
