import Tabular

/// How one real export maps onto a contract: the content of a file under `Pipelines/sources/`.
public struct SourceSpec: Sendable {
  /// Short id, as the ledger and the rejects folder name it.
  public var id: String
  public var title: String
  public var contract: Contract
  /// Nil: detected from the bytes.
  public var encoding: TextEncoding?
  /// Nil: detected from the header.
  public var delimiter: UInt8?
  /// The delimiter is one only before a blank or a line end: `, `.
  public var delimiterNeedsBlank = false
  /// Nil: detected from the first rows.
  public var quote: UInt8?
  /// What stands before a quote or delimiter that is text; nil: nothing does so.
  public var escape: UInt8?
  /// Physical line of the header, from 1; nil: where most names are known.
  public var headerRow: Int?
  /// Sheet of a workbook; nil: the first.
  public var sheet: String?
  /// Field -> characters that are dropped at both ends of its cells.
  public var strip: [String: String] = [:]
  /// Where names without a province lie, and the place of all rows of a file that has no column for it.
  public var homeRegion: String?
  /// That of the pipeline: it decides between places of one name where the source names none.
  public var pipelineRegion: String?
  /// The day that all its files speak of; nil: what their names say.
  public var asOf: Day?
  /// Pay field -> what a text without a unit or a period is read with.
  public var pay: [String: PayText.Assumption] = [:]
  /// Whether the first of several places in a cell stands for all; else the smallest region that holds them does.
  public var takesFirstPlace = false
  public var missing: [String]
  /// Field -> text that every row has.
  public var constants: [String: String]
  /// Field -> header names, before the contract's own aliases.
  public var columns: [String: [String]]
  /// Field -> raw text -> canonical text.
  public var values: [String: [String: String]]
  /// Field -> text where the cell is missing.
  public var defaults: [String: String]
  /// Fields that make the key where the export has no id; empty otherwise.
  public var key: [String]
  /// Fields whose missing value rejects the row, beside those of the contract.
  public var required: Set<String> = []
  /// Fields whose unreadable value rejects the row instead of being emptied.
  public var strict: Set<String> = []
  /// Field -> picture of its text: `A` a capital letter, `9` a digit, anything else itself.
  public var shapes: [String: String] = [:]
  /// Text field -> code list that its text must stand in.
  public var lists: [String: String] = [:]
  /// False where rows without an occupation stay without one: their titles are not coded.
  public var codesTitles = true
  /// Days a posting or registration stays valid where the export gives no end; nil: the contract's own.
  public var lifeDays: Int?

  /// Whether each export holds all rows that there are: what a file held before and no longer does is withdrawn.
  public var deliversAll = false

  /// What the cells of a file are decoded with.
  ///
  /// - Parameter name: of the file.
  /// - Throws: `PipelineError` TF301 where a code list of its fields is missing.
  public func decoding(_ book: CodeBook, _ pseudonym: Pseudonym, file name: String = "") throws -> FieldDecoding {
    var decoding = try FieldDecoding(
      contract.fields, book: book, homeRegion: homeRegion ?? pipelineRegion, takesFirstPlace: takesFirstPlace,
      pseudonym: pseudonym)
    if !codesTitles { decoding.titles = nil }
    decoding.days = asOf.map { $0...$0 } ?? FileDays.named(name)
    return decoding
  }

  /// The same for a sheet of a workbook, which has no dialect of its own.
  public var ofSheets: SourceSpec {
    var source = self
    (source.encoding, source.delimiter, source.quote, source.escape) = (.utf8, UInt8(ascii: ","), nil, nil)
    source.delimiterNeedsBlank = false
    return source
  }

  public static let usualMissing = ["", "-", "无", "/", "NULL", "未填写"]

  public init(
    id: String, title: String, contract: Contract, encoding: TextEncoding? = nil, delimiter: UInt8? = nil,
    homeRegion: String? = nil, missing: [String] = SourceSpec.usualMissing, constants: [String: String] = [:],
    columns: [String: [String]] = [:], values: [String: [String: String]] = [:], defaults: [String: String] = [:],
    key: [String] = [], lifeDays: Int? = nil
  ) {
    self.id = id
    self.title = title
    self.contract = contract
    self.encoding = encoding
    self.delimiter = delimiter
    self.homeRegion = homeRegion
    self.missing = missing
    self.constants = constants
    self.columns = columns
    self.values = values
    self.defaults = defaults
    self.key = key
    self.lifeDays = lifeDays
  }
}
