/// A table of counts by month and up to four other columns at once: what an analyst would pivot. Defined in a pipeline
/// file, kept up by differences, written as CSV for work within the bureau (it is not checked for disclosure).
///
/// Every current posting counts in the month of its main date, copies among them: what was published, not what was
/// wanted.
public struct CrossTable: Sendable, Hashable {
  /// One column that the counts are broken down by.
  public struct Axis: Sendable, Hashable {
    /// Integer column of the contract.
    public let column: String
    /// Level of the code list, 1 at the top (occupations: 1 大类 … 4 细类; regions: 1 省 … 3 县); nil: as it stands.
    public let level: Int?

    public init(column: String, level: Int? = nil) {
      self.column = column
      self.level = level
    }

    /// True for fields that hold one small number a row.
    public static func isAllowed(_ kind: any FieldKind) -> Bool {
      kind is CodeField || kind is RegionField || kind is ExperienceField || kind is FlagField
    }
  }

  /// Name of the CSV, without `.csv`.
  public let id: String
  /// Name of the contract.
  public let dataset: String
  public let axes: [Axis]

  /// Axes are packed into one word of 64 bits.
  public static let axisLimit = 4

  public init(id: String, dataset: String, axes: [Axis]) {
    self.id = id
    self.dataset = dataset
    self.axes = axes
  }
}

/// The values of one axis, numbered in the order in which a CSV lists them; 0 where a row has none.
public struct AxisValues: Sendable {
  private let texts: [String]
  private let names: [String]
  /// Code -> place of its entry in the code list, from 1: the same for all axes of a column, so that one look-up serves
  /// every level of it.
  private let entries: NumberMap
  /// Place of an entry -> number of the value.
  private let numbers: [UInt32]
  private let isList: Bool
  /// Digest of the code list; empty where there is none.
  public let digest: String

  /// Values that are whole numbers themselves are counted up to this one.
  public static let integerLimit = 60_000

  /// - Throws: `PipelineError` TF301 where the contract names a list that is not there.
  public init(_ axis: CrossTable.Axis, of contract: Contract, book: CodeBook) throws {
    let list = try AxisValues.list(of: axis.column, contract, book)
    digest = list?.digest ?? ""
    guard let list else {
      (texts, names, entries, numbers, isList) = ([], [], NumberMap([]), [], false)
      return
    }
    func level(_ code: String) -> String {
      let lineage = list.lineage(of: code)
      guard let level = axis.level, lineage.count > level else { return code }
      return lineage[lineage.count - level].code
    }
    let codes = list.entries.map { (own: $0.code, shown: level($0.code)) }
    let shown = Set(codes.map(\.shown)).sorted()
    let places = Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($0.element, $0.offset + 1) })
    entries = NumberMap(
      codes.enumerated().compactMap { index, code in CodeNumber.number(code.own).map { ($0, index + 1) } })
    numbers = [0] + codes.map { UInt32(places[$0.shown] ?? 0) }
    texts = [""] + shown
    names = [""] + shown.map { list.entry(code: $0)?.name ?? "" }
    isList = true
  }

  /// The list of which a column holds codes; nil where it holds none.
  ///
  /// - Throws: `PipelineError` TF301 where the contract names a list that is not there.
  public static func list(of column: String, _ contract: Contract, _ book: CodeBook) throws -> CodeList? {
    try contract.fields.first { $0.columns.contains(column) }?.kind.list.map(book.list)
  }

  /// What `number(ofEntry:)` of every axis of the same column wants of the value that the column holds.
  @inline(__always)
  public func entry(_ value: Int?) -> Int {
    guard let value else { return 0 }
    return isList ? entries[value] : min(max(value, 0), AxisValues.integerLimit) + 1
  }

  /// Number of the value that a column holds, by what `entry` makes of it.
  @inline(__always)
  public func number(ofEntry entry: Int) -> Int { isList ? Int(numbers[entry]) : entry }

  /// Numbers that have a name; 0 where the values are whole numbers.
  public var count: Int { texts.count }
  public var hasNames: Bool { isList }

  /// Name of a number in the code list; empty for 0.
  public func name(_ number: Int) -> String { isList ? names[number] : "" }

  /// Text of a number: a code, or a whole number; empty for 0.
  public func text(_ number: Int) -> String {
    guard number > 0 else { return "" }
    return isList ? texts[number] : "\(number - 1)"
  }
}
