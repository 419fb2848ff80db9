import Domain

/// What a pipeline file says of its nights.
public struct NightSpec: Sendable {
  public let title: String
  public let rules: MonitorRules
  public let templates: String
  /// Folder of the pages, one a date.
  public let publish: String

  static let key = "night"

  /// Nil where the file has no `night`.
  ///
  /// - Throws: `PipelineError` that names file, line and column of what is wrong or missing.
  init?(_ map: YAMLMap, file: (String) -> String) throws {
    guard map.node(NightSpec.key) != nil else { return nil }
    let own = try map.map(NightSpec.key, keys: ["title", "templates", "publish"])
    title = try own.text("title")
    rules = try MonitorRulesFile.read(file(try map.text("rules")))
    templates = file(try own.text("templates"))
    publish = file(try own.text("publish"))
  }
}
