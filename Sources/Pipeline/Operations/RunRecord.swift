import Domain
import Foundation
import Logging
import Stages
import Warehouse

/// What came of a run, for those who were not there: kept from its first moment to its end, however it ends.
public struct RunRecord: Sendable {
  /// Name of the pipeline: its own, or, where its file cannot be read, that of the file.
  public private(set) var pipeline: String
  let started = Date()
  private(set) var summary = RunSummary()
  private(set) var errors: [PipelineError] = []
  private var warehouse: String?

  public init(file: String) {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    pipeline = name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
  }

  public mutating func name(_ spec: PipelineSpec) {
    pipeline = spec.id
    warehouse = spec.warehouse
  }

  public mutating func succeed(_ summary: RunSummary) { self.summary = summary }

  public mutating func fail(_ error: any Error) {
    errors = Failure.errors(error)
    if let failure = error as? RunFailure { summary = failure.summary }
  }

  /// The exit status of the program.
  var exit: Int { Int(errors.first?.exit.rawValue ?? 0) }

  /// Rows of the files that were taken, by what became of them.
  var rows: [(state: String, count: Int)] {
    return [
      ("accepted", summary.sum(\.accepted)), ("rejected", summary.sum(\.rejected)),
      ("duplicate", summary.sum(\.duplicate)), ("unchanged", summary.sum(\.unchanged)),
      ("skipped", summary.sum(\.skipped)),
    ]
  }

  /// Files by what became of them.
  var files: [(state: String, count: Int)] {
    [("taken", summary.taken.count), ("known", summary.known), ("waiting", summary.growing.count)]
  }

  /// For the last line of a log.
  public var metadata: Logger.Metadata {
    var fields: Logger.Metadata = ["pipeline": "\(pipeline)", "exit": .stringConvertible(exit)]
    for (state, count) in rows { fields["rows_\(state)"] = .stringConvertible(count) }
    for (state, count) in files { fields["files_\(state)"] = .stringConvertible(count) }
    return fields
  }

  /// Nil where there is none.
  var warehouseBytes: Int? { warehouse.flatMap { try? FileStamp(of: $0).bytes } }
}
