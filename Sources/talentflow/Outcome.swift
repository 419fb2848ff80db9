import ArgumentParser
import Logging
import Pipeline

/// Prints what went wrong, one line each, and ends with the exit code of the first.
enum Outcome {
  /// - Parameter log: takes the errors where a command keeps a log, so that cron finds one kind of line; nil: plain text.
  static func report(_ log: Logger? = nil, _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as ExitCode {
      throw error
    } catch {
      let errors = Failure.errors(error)
      for error in errors {
        if let log {
          log.error("\(error)", metadata: error.metadata)
        } else {
          StandardError.write("错误 \(error)\n")
        }
      }
      throw ExitCode(errors.first?.exit.rawValue ?? 70)
    }
  }
}
