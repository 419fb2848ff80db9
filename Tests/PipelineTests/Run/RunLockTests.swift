import Foundation
import Testing

@testable import Pipeline

@Suite struct RunLockTests {
  private let folder: ProjectFolder
  private var warehouse: String { folder.path + "/warehouse.sqlite" }

  init() throws { folder = try ProjectFolder() }

  @Test func secondRunIsToldToTryAgain() throws {
    let first = try RunLock(warehouse: warehouse)
    let error = try failure { try RunLock(warehouse: warehouse) }
    #expect((error.code, error.exit) == (601, .tryAgain))
    #expect(error.exit.rawValue == 75)
    #expect(error.text.contains("进程 \(ProcessInfo.processInfo.processIdentifier)"))
    withExtendedLifetime(first) {}
  }

  @Test func lockEndsWithItsRun() throws {
    do { _ = try RunLock(warehouse: warehouse) }
    let again = try RunLock(warehouse: warehouse)
    let mode = try FileManager.default.attributesOfItem(atPath: "\(warehouse).lock")[.posixPermissions] as? Int
    #expect(mode == 0o600)
    withExtendedLifetime(again) {}
  }

  @Test func folderMustBeThere() throws {
    let error = try failure { try RunLock(warehouse: "/no/such/warehouse.sqlite") }
    #expect((error.code, error.exit) == (602, .cannotCreate))
    #expect(error.exit.rawValue == 73)
  }
}
