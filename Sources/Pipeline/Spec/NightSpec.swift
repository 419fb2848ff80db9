import Declarations
import Domain

/// What a pipeline file says of its nights.
public struct NightSpec: Sendable {
  public let title: String
  /// Stands at the head of the page, where it is given.
  public let publisher: String?
  public let rules: MonitorRules
  public let templates: String
  /// Folder of the pages, one a date.
  public let publish: String

  /// Folder of the lists of the checks, closed to everyone but its owner: one folder a section.
  let lists: String

  /// The bulletin whose release calendar the nights watch; nil where none is named.
  let bulletin: WatchedBulletin?

  static let key = "night"
  static let keys = [key]

  /// What the nights need of another pipeline file.
  struct WatchedBulletin {
    let path: String
    let releases: ReleaseCalendar
    /// Folder of its editions.
    let publish: String
  }

  /// Nil where the file has no `night`.
  ///
  /// - Throws: `PipelineError` that names file, line and column of what is wrong or missing.
  init?(_ source: PipelineFile) throws {
    let (map, file) = (source.map, source.file)
    guard map.node(NightSpec.key) != nil else { return nil }
    let own = try map.map(NightSpec.key, keys: ["title", "publisher", "templates", "publish", "lists", "bulletin"])
    title = try own.text("title")
    publisher = try own.optionalText("publisher")
    rules = try MonitorRulesFile.read(file(try map.text("rules")))
    templates = file(try own.text("templates"))
    publish = file(try own.text("publish"))
    lists = try own.optionalText("lists").map(file) ?? "\(file(try map.text("work")))/lists"
    bulletin = try own.optionalText("bulletin").map { name in
      let path = file(name)
      let bulletin = try YAMLMap(file: path, keys: [])
      return WatchedBulletin(
        path: path, releases: try ReleaseList.read(bulletin, path: path),
        publish: Paths.join(Paths.folder(of: path), try bulletin.text("publish")))
    }
  }
}
