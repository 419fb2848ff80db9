import Domain

/// What a pipeline file says. Paths in it are relative to the file.
public struct PipelineSpec: Sendable {
  /// One source and the files it comes in.
  public struct Input: Sendable {
    public let source: SourceSpec
    /// `*` and `?` in the last component.
    public let pattern: String
    /// Digest of how the source's files are read (see `Recipe`).
    public let recipe: String
  }

  public let path: String
  public let id: String
  public let title: Label
  public let publisher: Label
  /// The city: its province keeps its counties in the cube.
  public let homeRegion: String
  public let warehouse: String
  /// Folder for rejects, findings and the pseudonym key.
  public let work: String
  public let inputs: [Input]
  public let period: Period
  public let regions: [(code: String, name: Label)]
  public let rules: BulletinRules
  public let book: CodeBook
  public let templates: String
  /// Folder of the editions.
  public let publish: String
  /// A file younger than this may still grow and waits, unless `<file>.done` stands beside it.
  public let settleSeconds: Int
}

extension PipelineSpec {
  private static let keys = [
    "pipeline", "title", "publisher", "home_region", "warehouse", "work", "inputs", "period", "regions", "rules",
    "codelists", "templates", "publish", "settle_seconds",
  ]

  /// Reads a pipeline file and all that it names.
  ///
  /// - Parameter override: a warehouse to use instead of the file's own.
  /// - Throws: `PipelineError` that names file, line and column of what is wrong.
  public init(file path: String, warehouse override: String? = nil) throws {
    let map = try YAMLMap(file: path, keys: PipelineSpec.keys)
    func file(_ text: String) -> String { Paths.join(Paths.folder(of: path), text) }
    func label(_ key: String) throws -> Label {
      let names = try map.map(key, keys: ["zh", "en"])
      return Label(zh: try names.text("zh"), en: try names.text("en"))
    }
    self.path = path
    id = try map.text("pipeline")
    title = try label("title")
    publisher = try label("publisher")
    homeRegion = try map.text("home_region")
    let own = file(try map.text("warehouse"))
    warehouse = override ?? own
    work = file(try map.text("work"))
    let sources = try map.list("inputs").map { node in
      let input = try YAMLMap(node, path: path, keys: ["source", "files"])
      let source = file(try input.text("source"))
      return (path: source, source: try SourceFile.read(source), pattern: file(try input.text("files")))
    }
    period = try PipelineSpec.period(map)
    regions = try map.list("regions").map { node in
      let region = try YAMLMap(node, path: path, keys: ["code", "en"])
      return (try region.text("code"), Label(zh: "", en: try region.text("en")))
    }
    rules = try RulesFolder.read(file(try map.text("rules")))
    book = try CodeListFolder.read(file(try map.text("codelists")))
    templates = file(try map.text("templates"))
    publish = file(try map.text("publish"))
    settleSeconds = try map.optionalInteger("settle_seconds", limit: 86_400) ?? 0
    inputs = try sources.map { [book] input in
      try SourceValues(path: input.path, source: input.source, book: book).check()
      return Input(source: input.source, pattern: input.pattern, recipe: try Recipe.digest(input.source, book))
    }
    guard !inputs.isEmpty else { throw map.bad("inputs", "inputs 是空的", "列出至少一个来源") }
    guard !regions.isEmpty else { throw map.bad("regions", "regions 是空的", "先列市, 再列各县(市、区)") }
    let ids = inputs.map(\.source.id)
    if let twice = ids.first(where: { id in ids.count { $0 == id } > 1 }) {
      throw map.bad("inputs", "来源 \(twice) 出现两次", "同一来源只列一次, 文件用 * 概括")
    }
  }

  private static func period(_ map: YAMLMap) throws -> Period {
    let text = try map.text("period")
    guard let period = Period(text) else {
      throw map.bad("period", "period \(text) 无法识别", "写成 2026Q3、2026M09、2026H2 或 2026")
    }
    return period
  }
}
