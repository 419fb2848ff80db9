/// A word of an SQL text. The lexer knows what ends a text, a comment and a name; all else is left to SQLite.
public struct SQLToken: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// A keyword or a name without quotes.
    case word
    /// A name in quotes.
    case name
    /// `'…'`
    case string
    /// `:name`
    case parameter
    case number
    case symbol
  }

  public let kind: Kind
  /// Without the quotes and the colon; doubled quotes are one.
  public let text: String
  /// Bytes of the SQL text, quotes and colon included.
  public let range: Range<Int>

  /// What is wrong in a text before SQLite has seen it.
  public struct Problem: Error, Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
      /// A text, name or comment that does not end.
      case unterminated
      case openParenthesis
      case closingParenthesis
      case semicolon
      /// `?`, `@name`, `$name`: parameters are `:name`.
      case parameter
    }

    public let kind: Kind
    /// Byte at which it stands.
    public let offset: Int
  }

  /// The words of `sql`, without blanks and comments.
  ///
  /// - Throws: `Problem` where the text is no whole by itself: an open quote, comment or parenthesis, a closing one too
  ///   many, or a `;`. A text without a problem stays within parentheses that are put around it, if a line break follows
  ///   it.
  public static func all(in sql: String) throws(Problem) -> [SQLToken] {
    var lexer = SQLLexer(sql)
    return try lexer.tokens()
  }

  /// True of a name or keyword that SQLite takes for `other`: it knows no case of ASCII letters.
  public func isNamed(_ other: String) -> Bool {
    (kind == .word || kind == .name) && text.lowercased() == other.lowercased()
  }
}
