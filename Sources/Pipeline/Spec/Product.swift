import Documents
import Domain
import Logging
import Stages
import Warehouse

/// Something that a run makes of the warehouse once the files have been taken: a bulletin, a catalog, the page of a night.
///
/// One type a product, and one line in `Products.all`: it reads its own part of a pipeline file, says what it would do,
/// does it, and tells the summary what came of it.
protocol Product: Sendable {
  /// The keys of a pipeline file that are this product's.
  static var keys: [String] { get }
  /// Nil where the file does not ask for it.
  ///
  /// - Throws: `PipelineError` that names file, line and column of what is wrong or missing.
  init?(_ file: PipelineFile) throws
  /// Folder of the templates and words that it is made with; nil where it needs none.
  var templateFolder: String? { get }
  /// What `plan` says of it, in Chinese, one element a line.
  func plan(_ spec: PipelineSpec, period: Period?) throws -> [String]
  /// True of what is made even where some files could not be taken, since it tells of them.
  var isMadeRegardless: Bool { get }
  /// - Throws: of the stages; nothing half made is ever visible.
  func make(_ run: ProductRun, _ summary: inout RunSummary) throws
}

extension Product {
  var templateFolder: String? { nil }
  var isMadeRegardless: Bool { false }
}

/// The products there are, in the order in which they are made.
enum Products {
  /// To add one, write its type, make it a `Product` in the folder Products, and name it here.
  static let all: [any Product.Type] = [
    CrossTableSpec.self, BulletinSpec.self, CatalogSpec.self, NightSpec.self, MatchSpec.self, LicenceSpec.self,
    ScorecardSpec.self,
  ]

  static func read(_ file: PipelineFile) throws -> [any Product] { try all.compactMap { try $0.init(file) } }
}

/// What products work with.
struct ProductRun {
  let spec: PipelineSpec
  let options: RunOptions
  let place: Workspace
  /// Of all products, by folder.
  let templates: [String: TemplateSet]
  let warehouse: Warehouse
  /// Those that the run keeps up.
  let crossTables: CrossTables
  /// Number of the run in the warehouse.
  let run: Int
  /// Signs editions; nil: they are not signed.
  let key: SigningKey?
  let log: Logger
  let interruption: Interruption
  /// What could not be taken.
  let refused: [PipelineError]

  /// - Throws: `PipelineError` naming the file and the line that is wrong.
  func templates(in folder: String) throws -> TemplateSet { try templates[folder] ?? TemplateSet(folder: folder) }
}
