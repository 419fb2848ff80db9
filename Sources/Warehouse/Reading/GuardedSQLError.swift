/// What is wrong with an SQL text of a file, or what it did.
public struct GuardedSQLError: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Kind: Sendable, Hashable {
    /// SQLite cannot read it, or it is no single statement.
    case wrong
    /// It asks for what is not allowed.
    case refused
    /// A parameter without a value, or a statement that has too much to do.
    case unable
  }

  /// The text that it stands in.
  public enum Part: Sendable, Hashable {
    case statement
    /// The SELECT of a derived dataset.
    case dataset(String)
  }

  public let kind: Kind
  public let message: String
  public let part: Part
  /// Byte within the text of the part; 0 where SQLite does not say.
  public let offset: Int

  public init(_ kind: Kind, _ message: String, part: Part = .statement, offset: Int = 0) {
    self.kind = kind
    self.message = message
    self.part = part
    self.offset = offset
  }

  public var description: String {
    switch part {
    case .statement: "\(message) @\(offset)"
    case .dataset(let name): "\(name): \(message) @\(offset)"
    }
  }
}
