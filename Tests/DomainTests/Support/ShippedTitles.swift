import Domain
import Foundation
import TestSupport

/// The tables of titles that ship with the program, and others beside them.
enum ShippedTitles {
  /// - Parameter other: text of files that replace the shipped ones, or stand beside them.
  static func coder(_ other: [String: String] = [:]) throws -> TitleCoder {
    let tables = try TitleTables(
      occupations: Shipped.list("occupations"), regions: Shipped.list("regions")
    ) { name in
      if let text = other[name] { return (name, Array(text.utf8)) }
      let path = Repository.file("Pipelines/codelists/titles/\(name)")
      return FileManager.default.contents(atPath: path).map { (name, Array($0)) }
    }
    return TitleCoder(tables)
  }
}
