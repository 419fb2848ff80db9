import Domain
import Stages

/// The cross tables that every run keeps up and writes as CSV, for the bureau alone.
struct CrossTableSpec: Sendable {
  static let keys = ["cross_tables"]

  let tables: [CrossTable]

  init?(_ file: PipelineFile) throws {
    tables = try CrossTableList.read(file.map, file.datasets, file.book, path: file.path)
    if tables.isEmpty { return nil }
  }
}
