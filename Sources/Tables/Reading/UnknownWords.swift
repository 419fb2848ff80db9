import Domain
import Warehouse

/// Finds the Chinese words that an SQL text compares with and that are the name of nothing: a slip of the pen would
/// count nothing, and say nothing.
public enum UnknownWords {
  /// - Parameters:
  ///   - words: names of codes, groups, deadlines and of rows of rules.
  ///   - own: words that the text may use beside them.
  /// - Returns: an error (TF726) at each word, in the order of the text.
  public static func problems(in text: Condition, words: Set<String>, own: Set<String> = []) -> [PipelineError] {
    guard let tokens = try? SQLToken.all(in: text.sql) else { return [] }
    return tokens.indices.compactMap { place in
      let token = tokens[place]
      // A text that the statement makes itself is compared with nothing.
      let isMade =
        place > 0 && ["then", "else"].contains(where: tokens[place - 1].isNamed)
        || place + 1 < tokens.count && tokens[place + 1].isNamed("as")
      guard token.kind == .string, !isMade else { return nil }
      let word = trimmed(token.text)
      guard word.unicodeScalars.contains(where: { (0x3400...0x9FFF).contains($0.value) }), !words.contains(word),
        !own.contains(word), !(token.text.contains("%") && words.contains { $0.hasPrefix(word) })
      else { return nil }
      return PipelineError(
        .unknownWord, .config, at: text.place(ofByte: token.range.lowerBound), "“\(word)”不是代码表、区域组、期限或规则中的名称",
        remedy: "改正这个词; 其他文字写在 with: 中, 用 :名称")
    }
  }

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.hasPrefix("%") { text = text.dropFirst() }
    while text.hasSuffix("%") { text = text.dropLast() }
    return String(text)
  }
}
