import Declarations
import Domain
import Foundation
import Warehouse

extension RuleList {
  /// What the bureau entered in `rules/lists`, and its key industries: `list_key_industries` with a row a code.
  ///
  /// - Parameter rules: folder of the rules.
  static func all(in rules: String, _ book: CodeBook) throws -> [RuleList] {
    let own = try RuleListFile.all(in: "\(rules)/\(RuleListFile.folder)")
    // A project without these has no key industries to count.
    let needed = Set(["industry", "occupations"])
    guard FileManager.default.fileExists(atPath: "\(rules)/key-industries.yaml"),
      needed.isSubset(of: book.lists.map(\.id))
    else { return own }
    let industries = try KeyIndustriesFile.read(rules, book: book).industries
    let rows = industries.flatMap { industry in
      industry.industries.map { [Value?.some(.text($0)), .text(industry.name)] }
    }
    return own + [RuleList(id: "key-industries", columns: ["code", "name"], rows: rows)]
  }

  var guarded: GuardedList {
    GuardedList("list_\(id.replacing("-", with: "_"))", columns: columns) {
      rows.map { row in
        row.map { value in
          switch value {
          case .text(let text): .text(text)
          case .integer(let number): .integer(number)
          case .real(let number): .real(number)
          case nil: .null
          }
        }
      }
    }
  }
}
