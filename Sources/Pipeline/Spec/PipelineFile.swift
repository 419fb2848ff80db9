import Declarations
import Domain

/// A pipeline file while it is read, and what of it is read already.
struct PipelineFile {
  let map: YAMLMap
  let path: String
  let datasets: Datasets
  let book: CodeBook
  let declared: DeclaredSet

  /// The tables of the market.
  var market: [TableLayout] { declared.market }

  /// A path of the file, as seen from where the program runs.
  func file(_ text: String) -> String { Paths.join(Paths.folder(of: path), text) }
}
