import Domain
import Foundation
import TestSupport

/// The code lists that ship with the program.
enum Shipped {
  static let folder = Repository.file("Pipelines/codelists")

  static let ids = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }.sorted()

  static func list(_ id: String) throws -> CodeList {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(id).csv"))
    return try CodeList(id: id, csv: Array(bytes), path: "\(id).csv")
  }

  static var book: CodeBook {
    get throws { CodeBook(try ids.map(list)) }
  }

  static let regions = Result { try list("regions") }
}
