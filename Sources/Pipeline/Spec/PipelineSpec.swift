import Declarations
import Domain
import Stages

/// What a pipeline file says. Paths in it are relative to the file.
public struct PipelineSpec: Sendable {
  /// One source and the files it comes in.
  public struct Input: Sendable {
    public let source: SourceSpec
    /// `*` and `?` in the last component.
    public let pattern: String
    /// Digest of how the source's files are read (see `MappingFingerprint`).
    public let recipe: String
    /// When its files are expected; nil where nothing is said of it.
    public let rhythm: DeliverySchedule?
  }

  public let path: String
  public let id: String
  /// The city: its province keeps its counties in the cube.
  public let homeRegion: String
  public let warehouse: String
  /// Folder for rejects, findings and the pseudonym key.
  public let work: String
  public let inputs: [Input]
  /// The datasets that are declared, whether files come for them or not.
  public let datasets: Datasets
  public let book: CodeBook
  /// Tables and checks over the datasets.
  let declared: DeclaredSet
  /// Folder of the code lists.
  public let codeLists: String
  let datasetFolder: String
  /// What it makes, in this order.
  let products: [any Product]
  /// Folder of the rules; nil where the file names none.
  public let rules: String?
  /// A file younger than this may still grow and waits, unless `<file>.done` stands beside it.
  public let settleSeconds: Int
  public let retention: RetentionSpec
}

extension PipelineSpec {
  private static let keys =
    [
      "pipeline", "home_region", "warehouse", "work", "inputs", "datasets", "codelists", "rules", "settle_seconds",
      RetentionSpec.key,
    ] + DeclaredSet.keys

  /// The words that its editions and reports are written in. A pipeline that has no templates uses those beside its code
  /// lists.
  ///
  /// - Throws: `PipelineError` where the words are wrong.
  func texts() throws -> Texts {
    let own = products.lazy.compactMap(\.templateFolder).first
    return try Texts(templates: own ?? Paths.join(Paths.folder(of: codeLists), "templates"))
  }

  /// The templates of its products, by folder. Read before the work, so that what is wrong in them is told before it.
  ///
  /// - Throws: `PipelineError` naming the file and the line that is wrong.
  func templates() throws -> [String: TemplateSet] {
    try Dictionary(
      uniqueKeysWithValues: Set(products.compactMap(\.templateFolder)).sorted().map {
        ($0, try TemplateSet(folder: $0))
      })
  }

  /// Cross tables that every run keeps up and writes.
  public var crossTables: [CrossTable] { product(CrossTableSpec.self)?.tables ?? [] }
  /// Nil where the pipeline takes files and publishes nothing.
  public var bulletin: BulletinSpec? { product(BulletinSpec.self) }
  /// Nil where it publishes no catalog.
  public var catalog: CatalogSpec? { product(CatalogSpec.self) }
  /// Nil where it writes no pages of its nights.
  public var night: NightSpec? { product(NightSpec.self) }
  /// Nil where it makes no match list.
  var matches: MatchSpec? { product(MatchSpec.self) }
  var licences: LicenceSpec? { product(LicenceSpec.self) }
  var scorecard: ScorecardSpec? { product(ScorecardSpec.self) }

  private func product<Kind: Product>(_ kind: Kind.Type) -> Kind? { products.lazy.compactMap { $0 as? Kind }.first }

  /// Takes what people have answered of titles into the local table, and counts the audits that they have ended.
  ///
  /// - Returns: whether there was anything, so that the pipeline is to be read again.
  /// - Throws: `PipelineError` TF303 where an answer is wrong.
  public func takeTitleAnswers() throws -> Bool {
    guard book.titles != nil else { return false }
    let (folder, occupations, day) = (TitleTableFolder.path(in: codeLists), try book.list("occupations"), Clock.today())
    try TitleAudit.take(work: work, into: folder, occupations, day: day)
    return try TitleAnswers.take(work: work, into: folder, occupations, day: day) > 0
  }

  /// Reads a pipeline file and all that it names.
  ///
  /// - Parameter override: a warehouse to use instead of the file's own.
  /// - Throws: `PipelineError` that names file, line and column of what is wrong.
  public init(file path: String, warehouse override: String? = nil) throws {
    let map = try YAMLMap(file: path, keys: PipelineSpec.keys + Products.all.flatMap { $0.keys })
    func file(_ text: String) -> String { Paths.join(Paths.folder(of: path), text) }
    self.path = path
    id = try map.text("pipeline")
    homeRegion = try map.node("home_region") == nil ? "" : map.text("home_region")
    let own = file(try map.text("warehouse"))
    warehouse = override ?? own
    work = file(try map.text("work"))
    codeLists = file(try map.text("codelists"))
    // Pipelines of before datasets were declared name no folder: it lies beside the code lists.
    datasetFolder = try map.optionalText("datasets").map(file) ?? Paths.join(Paths.folder(of: codeLists), "datasets")
    datasets = try DatasetFolder.read(datasetFolder)
    let sources = try map.list("inputs").map { [datasets, homeRegion] node in
      let input = try YAMLMap(node, path: path, keys: ["source", "files"] + DeliveryScheduleReader.keys)
      let path = file(try input.text("source"))
      var source = try SourceFile.read(path, datasets)
      source.pipelineRegion = homeRegion.isEmpty ? nil : homeRegion
      return (
        path: path, source: source, pattern: file(try input.text("files")),
        rhythm: try DeliveryScheduleReader.read(input)
      )
    }
    book = try CodeListFolder.read(codeLists)
    if map.node("home_region") != nil, let regions = try? book.list("regions"), regions.entry(code: homeRegion) == nil {
      throw map.bad("home_region", "区划代码 \(homeRegion) 不在代码表中", "写 6 位代码, 如 \"450600\"; 查 codelists/regions.csv")
    }
    rules = try map.optionalText("rules").map(file)
    declared = try DeclaredSet(map, datasets, book, beside: codeLists, rules: rules, file: file)
    products = try Products.read(
      PipelineFile(map: map, path: path, datasets: datasets, book: book, declared: declared))
    // What is published is of a region.
    if homeRegion.isEmpty,
      products.contains(where: { $0 is BulletinSpec || $0 is CatalogSpec || $0 is MatchSpec || $0 is ScorecardSpec })
    {
      _ = try map.text("home_region")
    }
    settleSeconds = try map.optionalInteger("settle_seconds", limit: 86_400) ?? 0
    retention = try RetentionSpec(map)
    let reviewed = try ReviewLists.read(sources.map(\.source), work: work)
    inputs = try sources.map { [book, work] input in
      try SourceValues(path: input.path, source: input.source, book: book).check()
      let source = try ReviewLists.answered(input.source, by: reviewed, book: book, work: work)
      return Input(
        source: source, pattern: input.pattern, recipe: try MappingFingerprint.digest(source, book),
        rhythm: input.rhythm)
    }
    guard !inputs.isEmpty else { throw map.bad("inputs", "inputs 是空的", "列出至少一个来源") }
    let ids = inputs.map(\.source.id)
    if let twice = ids.first(where: { id in ids.count { $0 == id } > 1 }) {
      throw map.bad("inputs", "来源 \(twice) 出现两次", "同一来源只列一次, 文件用 * 概括")
    }
  }
}
