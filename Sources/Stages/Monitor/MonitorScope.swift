import Domain
import Warehouse

/// What all monitors work with: the night, what came in, and the rules.
public struct MonitorScope {
  let db: Database
  /// The night.
  let day: Day
  /// State of the ledger at the page before: files with a higher id came in since.
  let vintage: Int
  let inputs: [NightInput]
  let rules: MonitorRules
  let book: CodeBook
  /// 6 digits: the city, whose counties are looked at.
  let homeRegion: String
  /// Path of the folder with the lists of rejects and findings.
  let lists: String
  /// What the run could not take.
  let refused: [RefusedFile]
  /// What the release calendar promises; nil where there is no calendar.
  let releases: [Release]?
  /// The market's tables, whose published figures are looked at.
  let tables: [TableLayout]
  /// The words of alerts.
  let texts: Texts

  public init(
    _ db: Database, day: Day, vintage: Int, inputs: [NightInput], rules: MonitorRules, book: CodeBook,
    homeRegion: String, lists: String, refused: [RefusedFile] = [], releases: [Release]? = nil,
    tables: [TableLayout] = [], texts: Texts
  ) {
    self.db = db
    self.day = day
    self.vintage = vintage
    self.inputs = inputs
    self.rules = rules
    self.book = book
    self.homeRegion = homeRegion
    self.lists = lists
    self.refused = refused
    self.releases = releases
    self.tables = tables
    self.texts = texts
  }

  /// SQL condition on the file `f`: an export, and not the mended rejects of one, which are a few of its rows with columns
  /// of their own.
  static let isExport = FileTraits.lacks(RejectList.addedColumns[0], id: "f.id")

  /// True for a file that came in since the page before, and for the last of its source, which stays what it is until the
  /// next one comes. For the first page only the last ones are looked at.
  func watches(_ file: Int, newest: Int?) -> Bool { file == newest || (vintage > 0 && file > vintage) }

  /// Name of a region: of the list, else its code.
  func regionName(_ code: String) -> String { (try? book.list("regions").entry(code: code)?.name) ?? code }

  /// Name of an occupation; of all of them for the empty code.
  func occupationName(_ code: String) -> String {
    code.isEmpty ? texts(.allOccupations) : (try? book.list("occupations").entry(code: code)?.name) ?? code
  }
}
