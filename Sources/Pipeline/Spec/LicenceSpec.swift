import Declarations
import Domain

/// What a pipeline file says of the public list of licensed agencies: the one page with names, which the law orders.
public struct LicenceSpec: Sendable {
  let title: String
  /// The SELECT whose columns are those of the list.
  let select: Condition
  let templates: String
  /// Folder of the list.
  let publish: String

  static let key = "licences"
  static let keys = [key]

  /// Nil where the file has no `licences`.
  ///
  /// - Throws: `PipelineError` that names file, line and column of what is wrong or missing.
  init?(_ source: PipelineFile) throws {
    guard source.map.node(LicenceSpec.key) != nil else { return nil }
    let own = try source.map.map(LicenceSpec.key, keys: ["title", "select", "templates", "publish"])
    title = try own.text("title")
    select = try source.select(own.text("select"))
    templates = source.file(try own.text("templates"))
    publish = source.file(try own.text("publish"))
  }
}
