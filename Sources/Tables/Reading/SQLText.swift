import Domain
import Warehouse

/// An SQL text of the program with conditions of files in it, that knows what stands where.
public struct SQLText: Sendable {
  public private(set) var sql = ""
  private var pieces: [(range: Range<Int>, source: Condition, offset: Int)] = []

  public init() {}

  /// A statement of a file as it stands.
  public init(_ statement: Condition) { add(statement, statement.sql, 0) }

  /// Adds a text of the program.
  public mutating func append(_ text: String) { sql += text }

  /// Adds a condition or expression in parentheses.
  ///
  /// - Parameters:
  ///   - condition: one that `DatasetConnection.check` has passed.
  ///   - rename: the name of a parameter in this text, by its name in the condition: `start` -> `start_1`.
  public mutating func append(_ condition: Condition, renaming rename: (String) -> String = { $0 }) {
    let bytes = Array(condition.sql.utf8)
    var done = 0
    sql += "("
    for token in (try? SQLToken.all(in: condition.sql)) ?? [] where token.kind == .parameter {
      add(condition, String(decoding: bytes[done..<token.range.lowerBound], as: UTF8.self), done)
      add(condition, ":" + rename(token.text), token.range.lowerBound)
      done = token.range.upperBound
    }
    add(condition, String(decoding: bytes[done...], as: UTF8.self), done)
    // A comment at the end of the condition ends here.
    sql += "\n)"
  }

  private mutating func add(_ source: Condition, _ text: String, _ offset: Int) {
    let start = sql.utf8.count
    sql += text
    pieces.append((start..<sql.utf8.count, source, offset))
  }

  /// `path:line:column` of a byte of the text; of the condition before it where the byte is the program's own; nil where
  /// there is none.
  public func place(ofByte offset: Int) -> String? {
    guard let piece = pieces.last(where: { $0.range.lowerBound <= offset }) ?? pieces.first else { return nil }
    let within = min(max(offset - piece.range.lowerBound, 0), piece.range.count)
    return piece.source.place(ofByte: piece.offset + within)
  }
}
