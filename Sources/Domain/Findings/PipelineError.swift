/// What stops a run: a numbered code, the place, and what to do. Printed on one line. Numbers of persons in it, which
/// stand in names of files and in what people write, are masked.
public struct PipelineError: Error, Sendable, CustomStringConvertible {
  /// Exit statuses: of sysexits.h, and 128 + signal, as shells have it.
  public enum Exit: Int32, Sendable {
    case data = 65
    case noInput = 66
    case software = 70
    case cannotCreate = 73
    case io = 74
    case tryAgain = 75
    case config = 78
    case hangUp = 129
    case interrupt = 130
    case terminated = 143
  }

  public let code: ErrorCode
  public let exit: Exit
  /// `Pipelines/sources/x.yaml:12:3`, or the export.
  public let place: String
  public let message: String
  public let remedy: String

  public init(_ code: ErrorCode, _ exit: Exit, at place: String, _ message: String, remedy: String) {
    self.code = code
    self.exit = exit
    self.place = Redaction.masked(place)
    self.message = Redaction.masked(message)
    self.remedy = Redaction.masked(remedy)
  }

  /// The same with the name that people know in place of `temporary`.
  public func naming(_ known: String, for temporary: String) -> PipelineError {
    func told(_ text: String) -> String { text.replacing(temporary, with: known) }
    return PipelineError(code, exit, at: told(place), told(message), remedy: told(remedy))
  }

  public var description: String { "\(place): \(message)。\(remedy) [\(code)]" }
}
