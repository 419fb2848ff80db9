import Domain
import Warehouse

/// An expression of a scan: SQL of the program and of files, in turns.
struct ScanExpression: Sendable {
  enum Piece: Sendable {
    case text(String)
    case condition(Condition)
  }

  let pieces: [Piece]
  /// What the parameters of the conditions are called here.
  let names: [String: String]

  init(_ pieces: [Piece], names: [String: String] = [:]) {
    self.pieces = pieces
    self.names = names
  }

  init(_ text: String) { self.init([.text(text)]) }

  var conditions: [Condition] {
    pieces.compactMap { if case .condition(let condition) = $0 { condition } else { nil } }
  }

  func append(to sql: inout SQLText) {
    for piece in pieces {
      switch piece {
      case .text(let text): sql.append(text)
      case .condition(let condition): sql.append(condition) { names[$0] ?? $0 }
      }
    }
  }

  /// Equal for equal expressions, wherever they stand.
  var text: String {
    var sql = SQLText()
    append(to: &sql)
    return sql.sql
  }
}
