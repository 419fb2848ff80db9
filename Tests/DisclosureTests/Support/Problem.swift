import Disclosure
import Testing

/// A small problem with its known answer.
struct Problem: Sendable, CustomTestStringConvertible {
  let name: String
  let system: CellSystem
  /// The fewest cells hidden besides the sensitive ones with which all that can be protected is, and nothing else is
  /// known exactly; found offline by trying all smaller sets against `Scripts/interval_audit.py`.
  let fewest: Int
  /// Sensitive cells that cannot be protected.
  let unprotected: [Int]

  init(_ name: String, fewest: Int, unprotected: [[String]] = [], _ builder: CellSystemBuilder<[String]>) throws {
    self.name = name
    self.fewest = fewest
    self.unprotected = unprotected.compactMap { builder.number($0) }.sorted()
    system = try builder.system()
  }

  var testDescription: String { name }

  /// Cells without a shown total are tried up to this value, which is beyond what any protection asks, also
  /// where a share ties one to another.
  var cap: Int {
    let needs = system.cells.compactMap { $0.protection.map { $0.upper + $0.width } }
    return 2 * (system.cells.map(\.value).max() ?? 0) + (needs.max() ?? 0)
  }

  /// The attacker by enumeration; nil when there are too many assignments.
  func enumerated(_ hidden: [Bool]) -> BruteForce? { BruteForce(system, hidden: hidden, cap: cap) }
}
