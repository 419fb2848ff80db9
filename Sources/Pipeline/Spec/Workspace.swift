import Documents
import Domain
import Foundation
import Stages
import Warehouse

/// Where a run reads and writes: the places of the pipeline file, or, for a dry run, copies in a temporary folder.
struct Workspace {
  let warehouse: String
  let work: String
  let publish: String
  /// Folder of the editions for the bureau; nil where none are wanted.
  let internalEditions: String?
  /// Folder of the editions whose hour has not come.
  var embargoed: String { "\(work)/embargoed" }
  /// Folder of the final catalogs; drafts lie in `work`, by half-year.
  let catalogs: String
  /// Folder of the catalogs for the bureau; nil where none are wanted.
  let internalCatalogs: String?
  /// Folder of the pages of the nights.
  let nights: String
  /// Folder of the lists of the checks.
  let lists: String
  /// Folder of the match lists.
  let matches: String
  /// Folder of the public list of licensed agencies.
  let licences: String
  /// Folder of the scorecards.
  let scorecards: String
  private let datasets: Datasets
  private let dry: DryFolder?

  /// - Throws: `FileFailure` where a folder cannot be made.
  init(_ spec: PipelineSpec, isDryRun: Bool) throws {
    DryFolder.removeOfTheDead()
    datasets = spec.datasets
    guard isDryRun else {
      (warehouse, work, publish, catalogs, dry) = (
        spec.warehouse, spec.work, spec.bulletin?.publish ?? "", spec.catalog?.publish ?? "", nil
      )
      internalEditions = spec.bulletin?.internalEditions
      internalCatalogs = spec.catalog?.internalEditions
      nights = spec.night?.publish ?? ""
      lists = spec.night?.lists ?? ""
      matches = spec.matches?.publish ?? ""
      licences = spec.licences?.publish ?? ""
      scorecards = spec.scorecard?.publish ?? ""
      try DurableFolder.make(Paths.folder(of: warehouse), mode: 0o700)
      try DurableFolder.make(work, mode: 0o700)
      // Rejects and the key of the pseudonyms lie here: no repository shall take them in. A folder that holds the
      // pipeline itself is none of the run's own.
      let isOwn = !Paths.real(spec.path).hasPrefix(Paths.real(work) + "/")
      if isOwn, !FileTree.exists("\(work)/.gitignore") {
        try DurableFile.replace("\(work)/.gitignore", with: Array("*\n".utf8))
      }
      return
    }
    let dry = try DryFolder()
    self.dry = dry
    warehouse = "\(dry.path)/warehouse.sqlite"
    work = "\(dry.path)/work"
    publish = "\(dry.path)/reports/bulletin"
    catalogs = "\(dry.path)/reports/catalog"
    internalEditions = spec.bulletin?.internalEditions.map { _ in "\(dry.path)/internal" }
    internalCatalogs = spec.catalog?.internalEditions.map { _ in "\(dry.path)/internal-catalog" }
    nights = "\(dry.path)/nightly"
    lists = "\(dry.path)/lists"
    matches = "\(dry.path)/matches"
    licences = "\(dry.path)/licences"
    scorecards = "\(dry.path)/scorecards"
    try DurableFolder.make(work, mode: 0o700)
    if FileTree.exists(spec.warehouse) {
      // No run may write meanwhile; the journal of a killed one belongs to the copy too.
      let lock = try RunLock(warehouse: spec.warehouse)
      defer { withExtendedLifetime(lock) {} }
      try Workspace.copy(spec.warehouse, warehouse)
      try Workspace.copy("\(spec.warehouse)-journal", "\(warehouse)-journal")
    }
    // What is there already decides what an edition may be.
    try DurableFolder.make("\(dry.path)/reports")
    if let own = spec.bulletin?.publish { try Workspace.copy(own, publish) }
    if let own = spec.catalog {
      try Workspace.copy(own.publish, catalogs)
      for name in try FileTree.isFolder(spec.work) ? FileTree.names(in: spec.work) : [] where Period(name) != nil {
        try Workspace.copy("\(spec.work)/\(name)", "\(work)/\(name)")
      }
    }
    if let own = spec.bulletin?.internalEditions, let copy = internalEditions { try Workspace.copy(own, copy) }
    for name in ["pseudonym.key", "pseudonym.key.new"] {
      try Workspace.copy("\(spec.work)/\(name)", "\(work)/\(name)")
    }
  }

  /// Opens the warehouse; one that is not there yet is made with mode 0600, as it holds personal data.
  ///
  /// - Parameter note: takes what to tell of an upgrade, in Chinese.
  func openWarehouse(note: (String) -> Void) throws -> Warehouse {
    let descriptor = open(warehouse, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileFailure(operation: "open", path: warehouse, errno: errno) }
    close(descriptor)
    if dry == nil { return try WritableWarehouse.open(warehouse, datasets, note: note) }
    SQLiteLog.start()
    return try Warehouse(path: warehouse, tables: datasets.tables)
  }

  /// Removes what a dry run left.
  func clean() { dry?.remove() }

  private static func copy(_ source: String, _ target: String) throws {
    guard FileTree.exists(source) else { return }
    do { try FileManager.default.copyItem(atPath: source, toPath: target) } catch {
      let number = (error as NSError).systemError ?? EIO
      throw FileFailure(operation: "copy", path: number == ENOSPC ? TemporaryFolder.title : source, errno: number)
    }
  }
}
