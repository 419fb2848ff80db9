import Domain
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite(.enabled(if: ProcessInfo.processInfo.environment[PseudonymKey.variable] == nil))
struct PseudonymKeyTests {
  private let folder: ProjectFolder
  private var path: String { folder.path + "/pseudonym.key" }

  init() throws { folder = try ProjectFolder() }

  @Test func keyIsMadeOnceWithPrivateMode() throws {
    let id = try #require(ResidentID("11010519491231002X"))
    let first = try PseudonymKey.load(folder: folder.path, mayCreate: true).number(of: id)
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text.count == 65 && text.dropLast().allSatisfy(\.isHexDigit))
    #expect(try PseudonymKey.load(folder: folder.path, mayCreate: false).number(of: id) == first)
    let other = try ProjectFolder()
    #expect(try PseudonymKey.load(folder: other.path, mayCreate: true).number(of: id) != first)
  }

  @Test func lostKeyIsNotReplaced() throws {
    let error = try failure { try PseudonymKey.load(folder: folder.path, mayCreate: false) }
    #expect((error.code, error.exit, error.place) == (.lostKey, .config, "pseudonym.key"))
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test(arguments: [0o644, 0o640, 0o602]) func keyOpenToOthersIsRefused(mode: Int) throws {
    try folder.write(String(repeating: "a", count: 64), "pseudonym.key")
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    let error = try failure { try PseudonymKey.load(folder: folder.path, mayCreate: true) }
    #expect(error.code == .openKeyFile)
    #expect(error.text.contains("chmod 600"))
  }

  @Test func shortKeyIsRefused() throws {
    try folder.write("  short key 123 \n", "pseudonym.key")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    let error = try failure { try PseudonymKey.load(folder: folder.path, mayCreate: true) }
    #expect(error.code == .shortKey && error.text.contains("16"))
  }
}
