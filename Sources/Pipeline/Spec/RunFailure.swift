import Domain

/// Everything that went wrong in a run, and what was done nevertheless.
public struct RunFailure: Error {
  public let errors: [PipelineError]
  public let summary: RunSummary
}

extension Failure {
  /// Everything that went wrong, in order; at least one.
  ///
  /// - Parameter place: named where the error does not name its own.
  public static func errors(_ error: any Error, at place: String = "talentflow") -> [PipelineError] {
    (error as? RunFailure)?.errors ?? [Failure.error(error, at: place)]
  }
}
