/// What a rule found in a posting: a lead for somebody to look at, not a verdict.
public struct ScreenFinding: Sendable, Equatable {
  /// Index of the rule in the screener's.
  public let rule: Int
  public let level: Check.Level
  /// Index of the text, -1 where a field says it.
  public let text: Int
  /// Bytes of the match in its text.
  public let range: Range<Int>
  /// The words with what stands around them, numbers of persons masked; at most 40 characters.
  public let snippet: String
  /// The clause that lowered the level; nil where none did.
  public let exemption: String?
}
