import Foundation
import TestSupport

/// Runs the built programs as a user would.
struct Program {
  /// What a program did.
  struct Result {
    let status: Int32
    let output: String
    let errors: String
    /// Lines of standard error.
    var errorLines: [Substring] { errors.split(separator: "\n") }
  }

  static let talentflow = Program(name: "talentflow")

  let path: URL

  private init(name: String) {
    // The programs lie beside the test bundle's resources.
    path = Bundle.module.bundleURL.deletingLastPathComponent().appendingPathComponent(name)
  }

  init(path: String) { self.path = URL(fileURLWithPath: path) }

  /// - Parameters:
  ///   - environment: added to the test's own.
  ///   - folder: where it runs; nil: where the tests run.
  @discardableResult
  func run(_ arguments: [String], environment: [String: String] = [:], in folder: String? = nil) throws -> Result {
    let process = try start(arguments, environment: environment, in: folder)
    return process.result()
  }

  func start(_ arguments: [String], environment: [String: String] = [:], in folder: String? = nil) throws
    -> RunningProgram
  {
    try RunningProgram(path, arguments, environment, folder)
  }
}

/// A program under way; its output goes to files, so that a full pipe cannot stop it.
struct RunningProgram {
  let process = Process()
  private let folder: TestFolder

  init(_ path: URL, _ arguments: [String], _ environment: [String: String], _ place: String? = nil) throws {
    folder = try TestFolder()
    if let place { process.currentDirectoryURL = URL(fileURLWithPath: place) }
    process.executableURL = path
    process.arguments = arguments
    let own = ["TALENTFLOW_KEY": "0123456789abcdef0123456789abcdef", "TMPDIR": TestFolder.place]
    process.environment = ProcessInfo.processInfo.environment.merging(own) { $1 }.merging(environment) { $1 }
      // An empty value takes a variable away.
      .filter { !$0.value.isEmpty }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try folder.create("out")
    process.standardError = try folder.create("err")
    try process.run()
  }

  func result() -> Program.Result {
    process.waitUntilExit()
    return Program.Result(
      status: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
      output: (try? folder.text("out")) ?? "", errors: (try? folder.text("err")) ?? "")
  }
}
