import Domain
import Warehouse

/// What derived datasets are made of: they count rows of those that their SELECTs read.
struct DatasetFamily {
  private let connection: DatasetConnection

  init(_ connection: DatasetConnection) { self.connection = connection }

  /// The datasets of exports that the rows come from.
  func roots(of name: String) throws -> Set<String> {
    try members(name).filter { connection.view($0)?.select == nil }
  }

  /// Whether the rows depend on the period: a SELECT on the way has parameters.
  func isPeriodic(_ name: String) throws -> Bool {
    for member in try members(name) where try reads(member)?.parameters.isEmpty == false { return true }
    return false
  }

  private func members(_ name: String) throws -> Set<String> {
    guard let own = try reads(name) else { return [name] }
    return connection.datasets(behind: own).union([name])
  }

  private func reads(_ name: String) throws -> SQLReads? {
    try connection.view(name)?.select.map { try connection.check(Condition($0.sql, path: $0.path, line: 1, column: 1)) }
  }
}
