import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite struct RunLockTests {
  private let folder: ProjectFolder
  private var warehouse: String { folder.path + "/warehouse.sqlite" }

  init() throws { folder = try ProjectFolder() }

  @Test func secondRunIsToldToTryAgain() throws {
    let first = try RunLock(warehouse: warehouse)
    let error = try failure { try RunLock(warehouse: warehouse) }
    #expect((error.code, error.exit) == (.anotherRun, .tryAgain))
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

  @Test func oneWorkFolderForTwoWarehousesIsRefused() throws {
    let first = try RunLock(warehouse: warehouse, work: folder.path)
    let error = try failure { try RunLock(warehouse: folder.path + "/other.sqlite", work: folder.path) }
    #expect((error.code, error.exit) == (.anotherRun, .tryAgain))
    #expect(error.text.contains("工作文件夹"))
    // Nothing of a lock that was refused stays held.
    let third = try RunLock(warehouse: folder.path + "/other.sqlite")
    withExtendedLifetime((first, third)) {}
  }

  @Test func oneWarehouseByTwoNamesIsOne() throws {
    try folder.write("", "warehouse.sqlite")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/link.sqlite", withDestinationPath: warehouse)
    let first = try RunLock(warehouse: folder.path + "/link.sqlite")
    #expect(RunLock.isHeld(warehouse: warehouse))
    #expect(try failure { try RunLock(warehouse: warehouse) }.code == .anotherRun)
    withExtendedLifetime(first) {}
  }

  @Test func readersShareTheWarehouseAndKeepRunsAway() throws {
    try folder.write("", "warehouse.sqlite")
    do { _ = try RunLock(warehouse: warehouse) }
    do {
      let readers = [try RunLock(reading: warehouse), try RunLock(reading: warehouse)]
      #expect(try failure { try RunLock(warehouse: warehouse) }.code == .anotherRun)
      #expect(!RunLock.isHeld(warehouse: warehouse))
      withExtendedLifetime(readers) {}
    }
    let run = try RunLock(warehouse: warehouse)
    #expect(try failure { try RunLock(reading: warehouse) }.exit == .tryAgain)
    withExtendedLifetime(run) {}
  }

  /// Neither where there is no warehouse, nor beside one that no run has used: a backup is its files and no others.
  @Test func readersLeaveNoFileBehind() throws {
    do { _ = try RunLock(reading: warehouse) }
    try folder.write("", "warehouse.sqlite")
    do { _ = try RunLock(reading: warehouse) }
    #expect(!FileManager.default.fileExists(atPath: "\(warehouse).lock"))
  }

  @Test func noteEndsWithTheLock() throws {
    do { _ = try RunLock(warehouse: warehouse) }
    #expect(try String(contentsOfFile: "\(warehouse).lock", encoding: .utf8) == "")
    #expect(!RunLock.isHeld(warehouse: warehouse))
  }

  @Test func folderMustBeThere() throws {
    let error = try failure { try RunLock(warehouse: "/no/such/warehouse.sqlite") }
    #expect((error.code, error.exit) == (.lockFile, .cannotCreate))
    #expect(error.exit.rawValue == 73)
  }
}
