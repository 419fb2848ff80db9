import ArgumentParser
import Foundation
import Logging
import Pipeline

/// Prints what went wrong, one line each, and ends with the exit code of the first.
enum Outcome {
  /// - Parameters:
  ///   - log: takes the errors where a command keeps a log, so that cron finds one kind of line; nil: plain text.
  ///   - asJSON: standard output is JSON for a program, which finds the errors there too.
  static func report(_ log: Logger? = nil, asJSON: Bool = false, _ body: () throws -> Void) throws {
    do {
      try body()
      // What was printed may still wait in a buffer, and find the disk full. With a log, words are not what counts.
      guard log != nil || fflush(nil) == 0 else {
        StandardError.write("错误 标准输出: 写不进去 (磁盘满了?), 输出不完整。换一个地方再试\n")
        throw ExitCode(74)
      }
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
      if asJSON { print(ErrorReport.json(errors)) }
      throw ExitCode(errors.first?.exit.rawValue ?? 70)
    }
  }
}
