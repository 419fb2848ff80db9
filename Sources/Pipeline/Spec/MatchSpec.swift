import Declarations

/// What a pipeline file says of the match list of the employment centre.
public struct MatchSpec: Sendable {
  let title: String
  /// Folder of the catalogs, whose newest final edition says which occupations are short.
  let catalogs: String
  let templates: String
  /// Folder of the lists, closed to everyone but its owner.
  let publish: String

  static let key = "matches"
  static let keys = [key]

  /// Nil where the file has no `matches`.
  ///
  /// - Throws: `PipelineError` that names file, line and column of what is wrong or missing.
  init?(_ source: PipelineFile) throws {
    guard source.map.node(MatchSpec.key) != nil else { return nil }
    let own = try source.map.map(MatchSpec.key, keys: ["title", "catalogs", "templates", "publish"])
    title = try own.text("title")
    catalogs = source.file(try own.text("catalogs"))
    templates = source.file(try own.text("templates"))
    publish = source.file(try own.text("publish"))
  }
}
