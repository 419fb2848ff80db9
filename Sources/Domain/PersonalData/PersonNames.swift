/// Finds names of persons as whole words: `王伟` in `,王伟,`, `联系人王伟` and `王伟女士`, not in `王伟业`.
public struct PersonNames: Sendable {
  /// Words that may stand right before and behind a name.
  private static let labels = [
    "姓名", "联系人", "负责人", "经办人", "求职者", "求职人", "申请人", "当事人", "法人", "本人", "学生", "招聘人", "推荐人", "叫", "找",
  ].map { Array($0.utf8) }
  private static let titles = ["先生", "女士", "小姐", "同志", "老师", "经理", "主任", "同学", "师傅"].map { Array($0.utf8) }

  private let names: Set<[UInt8]>
  /// Hashes of the first characters of all that is looked for: most words are none of them.
  private var isFirst = [Bool](repeating: false, count: 4096)
  private let longest: Int

  /// - Parameter names: of at least two characters; others are left out.
  public init(_ names: [String]) {
    self.names = Set(names.filter { $0.count > 1 }.map { Array($0.utf8) })
    longest = (self.names.map(\.count).max() ?? 0) + 24
    for word in Array(self.names) + PersonNames.labels { isFirst[PersonNames.slot(word[...])] = true }
  }

  /// How many names are looked for.
  public var count: Int { names.count }

  private static func slot(_ word: ArraySlice<UInt8>) -> Int {
    word.prefix(3).reduce(0) { ($0 &* 31 &+ Int($1)) & 4095 }
  }

  func scan(_ text: TextSigns.Bytes, _ range: Range<Int>, _ end: Int, _ found: (PersonalDatum) -> Void) -> Int {
    var at = range.lowerBound
    // A word that began before the range was looked at with the one before it.
    if at > 0 { while let sign = LetterSign(text, at, end), LetterSign.ends(text, at, like: sign) { at += sign.width } }
    var word: [UInt8] = []
    while at < range.upperBound {
      guard let first = LetterSign(text, at, end) else {
        at += 1
        continue
      }
      let start = at
      word.removeAll(keepingCapacity: true)
      while let sign = LetterSign(text, at, end), sign.isHan == first.isHan {
        if word.count <= longest { sign.append(to: &word, text, at) }
        at += sign.width
      }
      // A word that is longer than what was kept of it can only hold a name with a title.
      if isFirst[PersonNames.slot(word[...])], let name = name(in: word, isWhole: word.count <= longest) {
        found(PersonalDatum(kind: .name, range: start..<at, value: String(decoding: name, as: UTF8.self)))
      }
    }
    return at
  }

  private func name(in word: [UInt8], isWhole: Bool) -> [UInt8]? {
    for label in [[]] + PersonNames.labels where word.starts(with: label) {
      let rest = Array(word[label.count...])
      if isWhole, names.contains(rest) { return rest }
      for title in PersonNames.titles {
        guard let place = rest.firstRange(of: title)?.lowerBound, names.contains(Array(rest[..<place])) else {
          continue
        }
        return Array(rest[..<place])
      }
    }
    return nil
  }
}
