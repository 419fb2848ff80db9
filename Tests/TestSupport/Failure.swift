import Domain
import Testing

/// The error that `body` throws: its code, exit status, and the line and column of its place.
public func failure<Value>(
  _ body: () throws -> Value, sourceLocation: SourceLocation = #_sourceLocation
) throws -> (code: ErrorCode, exit: PipelineError.Exit, place: String, text: String) {
  let error = try #require(throws: PipelineError.self, sourceLocation: sourceLocation) { _ = try body() }
  let place = error.place.split(separator: "/").last.map(String.init) ?? ""
  return (error.code, error.exit, place, error.description)
}
