import Foundation
import TestSupport
import Testing

/// The engineers' table of what is touched to add something is true.
@Suite struct ToAddTests {
  @Test(.enabled(if: Tool.python != nil && Tool.swift != nil, "SKIPPED: python3 or swiftc is not installed"))
  func onlyWhatTheTableNamesIsTouched() throws {
    let modules = Program.talentflow.path.deletingLastPathComponent().appendingPathComponent("Modules").path
    let result = try #require(Tool.python).run([
      Repository.file("Tests/EndToEndTests/Scripts/to_add.py"), Repository.root, Program.talentflow.path.path, modules,
    ])
    print(result.output, terminator: "")
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(result.output.split(separator: "\n").filter { $0.hasPrefix("ok ") }.count == 7)
  }
}
