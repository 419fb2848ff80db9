import Foundation
import TestSupport

/// A bureau's own folder: copies of shipped folders, to which files are added.
struct BureauCopy {
  let scratch: TestFolder

  /// Where what a bureau adds for the register of its permits lies.
  static let permits = "Tests/EndToEndTests/Fixtures/permits"

  /// What `addPermits` adds, and where it goes.
  static let permitsFiles = [
    "datasets/permits.yaml": "Pipelines/datasets/permits.yaml",
    "codelists/permit-kind.csv": "Pipelines/codelists/permit-kind.csv",
    "codelists/permit-outcome.csv": "Pipelines/codelists/permit-outcome.csv",
    "tables/permits.yaml": "Pipelines/tables/permits.yaml",
    "checks/permits/Z-01.sql": "Pipelines/checks/permits/Z-01.sql",
    "sources/permits.yaml": "Pipelines/sources/permits.yaml",
    "permits.csv": "permits/permits.csv",
  ]

  /// - Parameter folders: of the repository.
  init(_ folders: String...) throws {
    scratch = try TestFolder()
    for folder in folders {
      try FileManager.default.copyItem(atPath: Repository.file(folder), toPath: scratch.file(folder))
    }
  }

  /// A copy of another one, with all that it has made.
  init(of other: BureauCopy) throws {
    scratch = try TestFolder()
    for name in try FileManager.default.contentsOfDirectory(atPath: other.scratch.path) {
      try FileManager.default.copyItem(atPath: other.scratch.file(name), toPath: scratch.file(name))
    }
  }

  func addPermits() throws {
    for (file, target) in BureauCopy.permitsFiles {
      try scratch.write(Data(contentsOf: URL(fileURLWithPath: BureauCopy.permit(file))), target)
    }
  }

  /// Path of a file of the fixture.
  static func permit(_ file: String) -> String { Repository.file("\(permits)/\(file)") }

  /// Adds lines of the fixture to the `inputs:` of a pipeline file, after its last input.
  func addInputs(_ file: String, to pipeline: String) throws {
    let added = try String(contentsOfFile: BureauCopy.permit(file), encoding: .utf8)
    var lines = try scratch.text(pipeline).split(separator: "\n", omittingEmptySubsequences: false)
    let last = lines.lastIndex { $0.hasPrefix("- {source: ") } ?? lines.count - 1
    lines.insert(contentsOf: added.split(separator: "\n"), at: last + 1)
    try scratch.write(lines.joined(separator: "\n"), pipeline)
  }

  /// Changes a text that must be there.
  func replace(_ old: String, _ new: String, in file: String) throws {
    let text = try scratch.text(file)
    guard text.contains(old) else { throw CocoaError(.fileReadCorruptFile, userInfo: ["file": file, "text": old]) }
    try scratch.write(text.replacing(old, with: new), file)
  }

  /// Runs the program in the folder on a given day.
  @discardableResult
  func run(_ arguments: String..., on day: String = "2026-10-21") throws -> Program.Result {
    try Program.talentflow.run(arguments, environment: ["TALENTFLOW_TODAY": day], in: scratch.path)
  }

  /// All files below a folder with their bytes.
  func contents(_ folder: String) throws -> [String: Data] {
    try scratch.files(folder).reduce(into: [:]) { all, name in all[name] = try scratch.data("\(folder)/\(name)") }
  }

  /// Permissions of a file or folder.
  func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: scratch.file(path))[.posixPermissions] as? Int
  }
}
