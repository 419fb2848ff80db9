import Domain
import Logging

extension PipelineError {
  /// Its parts, for who sorts log lines by them; the message of the line is the whole.
  public var metadata: Logger.Metadata {
    ["code": "\(code)", "exit": .stringConvertible(Int(exit.rawValue)), "place": "\(place)", "remedy": "\(remedy)"]
  }
}
