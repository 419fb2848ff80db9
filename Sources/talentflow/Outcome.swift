import ArgumentParser
import Foundation
import Pipeline

/// Prints what went wrong, one line each, and ends with the exit code of the first.
enum Outcome {
  static func report(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as ExitCode {
      throw error
    } catch {
      let errors = Failure.errors(error)
      for error in errors { FileHandle.standardError.write(Data("错误 \(error)\n".utf8)) }
      throw ExitCode(errors.first?.exit.rawValue ?? 70)
    }
  }
}
