import Tabular
import Testing

/// A text that readers stumble over, and what it means.
struct TortureCase: Sendable, CustomTestStringConvertible {
  /// A record, and the physical line it begins in.
  enum Row: Equatable, Sendable {
    case fields(Int, [String])
    /// Refused as it stands: quotes out of order, or too long.
    case broken(Int, String)
  }

  let name: String
  let text: String
  let rows: [Row]
  /// Nil where the sniffer is to find it out.
  var dialect: Dialect?

  init(_ name: String, _ text: String, _ rows: [Row], dialect: Dialect? = nil) {
    self.name = name
    self.text = text
    self.rows = rows
    self.dialect = dialect
  }

  var testDescription: String { name }
}

extension [TortureCase.Row] {
  /// Rows of one line each, from the first line on.
  static func lines(_ fields: [String]...) -> [TortureCase.Row] {
    fields.enumerated().map { .fields($0.offset + 1, $0.element) }
  }
}
