import Documents
import Domain
import Foundation

/// Where a run reads and writes: the places of the pipeline file, or, for a dry run, copies in a temporary folder.
struct Workspace {
  let warehouse: String
  let work: String
  let publish: String
  private let temporary: String?

  /// - Throws: `FileFailure` where a folder cannot be made.
  init(_ spec: PipelineSpec, isDryRun: Bool) throws {
    guard isDryRun else {
      (warehouse, work, publish, temporary) = (spec.warehouse, spec.work, spec.bulletin?.publish ?? "", nil)
      try Workspace.makeFolder(Paths.folder(of: warehouse))
      try Workspace.makeFolder(work)
      return
    }
    let folder = try Workspace.makeTemporaryFolder()
    warehouse = "\(folder)/warehouse.sqlite"
    work = "\(folder)/work"
    publish = "\(folder)/reports/bulletin"
    temporary = folder
    try Workspace.makeFolder(work)
    if FileManager.default.fileExists(atPath: spec.warehouse) {
      // No run may write meanwhile; the journal of a killed one belongs to the copy too.
      let lock = try RunLock(warehouse: spec.warehouse)
      defer { withExtendedLifetime(lock) {} }
      try Workspace.copy(spec.warehouse, warehouse)
      try Workspace.copy("\(spec.warehouse)-journal", "\(warehouse)-journal")
    }
    try Workspace.copy("\(spec.work)/pseudonym.key", "\(work)/pseudonym.key")
  }

  /// Removes what a dry run left.
  func clean() {
    if let temporary { try? FileManager.default.removeItem(atPath: temporary) }
  }

  private static func makeFolder(_ path: String) throws {
    guard !path.isEmpty, !FileManager.default.fileExists(atPath: path) else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw FileFailure(operation: "mkdir", path: path, errno: (error as NSError).posixCode)
    }
  }

  /// A folder that nobody could have made before.
  private static func makeTemporaryFolder() throws -> String {
    var template = Array("\(NSTemporaryDirectory())talentflow-dry-XXXXXX".utf8CString)
    guard let path = mkdtemp(&template) else {
      throw FileFailure(operation: "mkdtemp", path: NSTemporaryDirectory(), errno: errno)
    }
    return String(cString: path)
  }

  private static func copy(_ source: String, _ target: String) throws {
    guard FileManager.default.fileExists(atPath: source) else { return }
    do { try FileManager.default.copyItem(atPath: source, toPath: target) } catch {
      throw FileFailure(operation: "copy", path: target, errno: (error as NSError).posixCode)
    }
  }
}

extension NSError {
  /// The errno behind a Foundation error; `EIO` where it does not say.
  fileprivate var posixCode: Int32 {
    if domain == NSPOSIXErrorDomain { return Int32(code) }
    if let inner = userInfo[NSUnderlyingErrorKey] as? NSError { return inner.posixCode }
    return code == CocoaError.fileWriteNoPermission.rawValue ? EACCES : EIO
  }
}
