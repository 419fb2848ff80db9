import Documents
import Domain

/// What two editions say differently: the cells of their data tables, row by row.
public struct EditionDifference: Sendable {
  /// A cell that is not the same.
  public struct Change: Sendable, Equatable {
    /// `tables/T5.csv`
    public let table: String
    /// Values of the table's key, period left out: two editions may be of two periods.
    public let row: [String]
    /// Id of the column; empty where the whole row is new or gone.
    public let column: String
    /// As the CSV has it; nil where there is no such row.
    public let before: String?
    public let after: String?
  }

  /// In the order of the tables and rows of the later edition, rows that are gone last.
  public let changes: [Change]
  /// Tables or columns that only one of them has, in Chinese.
  public let formChanges: [String]
  /// Cells that were compared.
  public let cellCount: Int

  /// Nothing differs.
  public var isEmpty: Bool { changes.isEmpty && formChanges.isEmpty }

  /// - Parameters: a folder or an archive each.
  /// - Throws: `PipelineError` for what is no edition; `FileFailure`, `ZipArchive.Failure`.
  public init(from before: String, to after: String) throws {
    self.init(try EditionDifference.tables(before), try EditionDifference.tables(after))
  }

  /// What the figures of two editions say differently; how they were made is left out.
  ///
  /// - Parameters: all files of an edition each, the first one's at `path`.
  /// - Throws: `PipelineError` for what is no edition.
  init(
    figuresOf before: [(path: String, bytes: [UInt8])], at path: String, to after: [(path: String, bytes: [UInt8])]
  ) throws {
    let (old, new) = (try EditionDifference.tables(before, path), try EditionDifference.tables(after, path))
    self.init(
      old.filter { RevisionTables.isFigures($0.key) }, new.filter { RevisionTables.isFigures($0.key) })
  }

  private init(_ old: [String: Table], _ new: [String: Table]) {
    var changes: [Change] = []
    var forms: [String] = []
    var cells = 0
    for table in new.keys.sorted() where old[table] == nil { forms.append("\(table): 前一版没有这张表") }
    for table in old.keys.sorted() {
      guard let there = new[table], let here = old[table] else {
        forms.append("\(table): 后一版没有这张表")
        continue
      }
      let shared = here.columns.filter(there.columns.contains)
      for column in here.columns where !shared.contains(column) { forms.append("\(table): 后一版没有列 \(column)") }
      for column in there.columns where !shared.contains(column) { forms.append("\(table): 前一版没有列 \(column)") }
      let gone = here.order.filter { there.rows[$0] == nil }
      for row in there.order + gone {
        guard let one = here.rows[row], let other = there.rows[row] else {
          changes.append(
            Change(
              table: table, row: row, column: "", before: here.rows[row].map { _ in "有此行" },
              after: there.rows[row].map { _ in "有此行" }))
          continue
        }
        cells += shared.count
        for column in shared where one[column] != other[column] {
          changes.append(Change(table: table, row: row, column: column, before: one[column], after: other[column]))
        }
      }
    }
    (self.changes, formChanges, cellCount) = (changes, forms, cells)
  }

  private struct Table {
    let columns: [String]
    /// Keys in the order of the file.
    let order: [[String]]
    let rows: [[String]: [String: String]]
  }

  private static func tables(_ path: String) throws -> [String: Table] {
    let files =
      FileTree.isFolder(path)
      ? try FileTree.files(in: path)
      : try ZipArchive.entries(of: try FileTree.bytes(of: path)).map { (path: $0.path, bytes: $0.bytes) }
    return try tables(files, path)
  }

  private static func tables(_ files: [(path: String, bytes: [UInt8])], _ path: String) throws -> [String: Table] {
    let bytes = Dictionary(files.map { ($0.path, $0.bytes) }) { first, _ in first }
    guard let description = bytes[DataPackage.path], let package = DataPackage(description) else {
      throw PipelineError(
        .notAnEdition, .config, at: path, "不是公报或目录 (没有 \(DataPackage.path))", remedy: "写一期公报或一版目录的文件夹, 或其中的 zip")
    }
    return try Dictionary(
      uniqueKeysWithValues: package.tables.map { resource in
        guard let rows = bytes[resource.path].flatMap(CSVText.rows), let header = rows.first else {
          throw PipelineError(
            .notAnEdition, .config, at: "\(path)/\(resource.path)", "读不出这张表", remedy: "先用 talentflow verify 核对")
        }
        let whole = rows.dropFirst().filter { $0.count == header.count }
        // Where all rows speak of the edition's own period, editions of two periods can be held against each other.
        let own = header.firstIndex(of: "period").flatMap { column in
          whole.allSatisfy { $0[column] == package.period } ? column : nil
        }
        let key = resource.schema.primaryKey.compactMap(header.firstIndex).filter { $0 != own }
        let keyed = whole.map { row in
          (key.map { row[$0] }, Dictionary(uniqueKeysWithValues: zip(header, row)))
        }
        let table = Table(
          columns: header.enumerated().filter { $0.offset != own }.map(\.element), order: keyed.map(\.0),
          rows: Dictionary(keyed) { first, _ in first })
        // The same table of an edition for the bureau has another name.
        return (resource.path.replacing("\(InternalMark.suffix).", with: "."), table)
      })
  }
}
