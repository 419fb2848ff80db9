import Declarations
import Domain

/// What a pipeline file says of its nights.
public struct NightSpec: Product {
  public let title: String
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
    let own = try map.map(NightSpec.key, keys: ["title", "templates", "publish", "lists", "bulletin"])
    title = try own.text("title")
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

  var templateFolder: String? { templates }

  func plan(_ spec: PipelineSpec, period: Period?) -> [String] {
    let checks = spec.declared.checks.map(\.id).filter { !spec.declared.checkRules.off.contains($0) }
    return ["夜报  \(publish)/\(Clock.today().iso): 将编制"]
      + (checks.isEmpty ? [] : ["名单  \(lists): 将运行 \(checks.count) 项检查 (\(checks.joined(separator: " ")))"])
  }

  /// The page of a night tells of what could not be taken too.
  var isMadeRegardless: Bool { true }

  func make(_ run: ProductRun, _ summary: inout RunSummary) throws {
    try NightRun(
      spec: run.spec, night: self, warehouse: run.warehouse, place: run.place, run: run.run, log: run.log,
      interruption: run.interruption
    ).publish(refused: run.refused, &summary)
  }
}
