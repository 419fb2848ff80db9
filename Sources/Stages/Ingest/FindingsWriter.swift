import Documents
import Domain
import Foundation
import Tabular
import Warehouse

/// Writes what was wrong with a file into a folder of mode 0700: the rejected rows as they stood, with the reasons
/// behind them, so that a clerk can mend and return them; and a list of all findings.
///
/// They are sealed before the file's transaction is committed and published after it: so a run that dies in between
/// leaves no list of a file that was not taken, and `settle` of the next run publishes those of a file that was.
public final class FindingsWriter {
  static let rejectsEnding = ".rejects.csv"
  static let findingsEnding = ".findings.csv"
  private let folder: String
  private let rejectsPath: String
  private let findingsPath: String
  private var rejects: OutputFile?
  private var findings: OutputFile?
  private let headerLine: [UInt8]
  private let dialect: Dialect
  private let header: [String]
  private var counts: [Kind: Int] = [:]
  private var unlisted: [Unlisted: Int] = [:]
  // What is written again and again, as it is written.
  private var endings: [Kind: [UInt8]] = [:]
  private var reasonCells: [[Place]: [UInt8]] = [:]
  private var columnCells: [Int: String] = [:]

  private struct Kind: Hashable {
    let rule: Rule
    let field: String
    let severity: Severity
  }

  /// A value that no code list has.
  private struct Unlisted: Hashable {
    let field: String
    let value: String
  }

  /// Different values of a file that are counted: a column of garbage has as many as rows.
  private static let unlistedLimit = 2000

  /// The first row that broke a rule.
  public struct Example: Sendable {
    public let rule: Rule
    public let field: String
    public let severity: Severity
    public let line: Int
    /// Of the cell, without personal data.
    public let value: String
  }

  /// One a rule and field, in the order of the file.
  public private(set) var examples: [Example] = []

  private struct Place: Hashable {
    let rule: Rule
    let field: String
    let column: Int
    /// What is said of the row as a whole.
    let note: String
  }

  /// - Parameters:
  ///   - folder: created with mode 0700.
  ///   - name: base name for the two files: `<source>-<file>`.
  public init(folder: String, name: String, headerLine: [UInt8], header: [String], dialect: Dialect) throws {
    try DurableFolder.makePrivate(folder)
    self.folder = folder
    rejectsPath = "\(folder)/\(name)\(FindingsWriter.rejectsEnding)"
    findingsPath = "\(folder)/\(name)\(FindingsWriter.findingsEnding)"
    self.headerLine = headerLine
    self.header = header
    self.dialect = dialect
  }

  public func add(_ batch: ConformedBatch) throws {
    for finding in batch.findings { try add(finding) }
    for (problem, rows) in batch.counted {
      counts[Kind(rule: problem.rule, field: problem.field, severity: problem.severity), default: 0] += rows
    }
    for row in batch.rejects { try add(row) }
  }

  /// Notes columns that no field of the contract claims.
  ///
  /// - Parameters:
  ///   - columns: from 0.
  ///   - line: of the header.
  public func add(unknownColumns columns: [Int], line: Int) throws {
    for column in columns {
      let shown = Redaction.shown(header[column], limit: 60)
      try add(Finding(problem: Problem(.unknownColumn, ""), line: line, column: column + 1, value: shown))
    }
  }

  /// Rows a rule and field, ordered.
  public var findingCounts: [FindingCount] {
    var found: [[String]: FindingCount] = [:]
    // One a rule and field, whatever was done about it.
    for (kind, rows) in counts.sorted(by: { $0.key.severity < $1.key.severity }) {
      let key = [kind.rule.rawValue, kind.field]
      found[key] = FindingCount(
        rule: key[0], field: key[1], severity: kind.severity.rawValue, rows: rows + (found[key]?.rows ?? 0))
    }
    return found.values.sorted { ($0.rule, $0.field) < ($1.rule, $1.field) }
  }

  /// The values that no code list has, with how many rows have each.
  public var unlistedValues: [FileTraits.Value] {
    unlisted.map { FileTraits.Value(field: $0.key.field, value: $0.key.value, rows: $0.value) }
  }

  /// Brings the two files to the disk, still under temporary names; to be called right before the commit.
  public func seal() throws {
    guard findings != nil || rejects != nil else { return }
    try findings?.seal()
    try rejects?.seal()
    try DurableFolder.sync(folder)
  }

  /// Makes the two files visible; returns the path of the rejects file, where there is one.
  public func publish() throws -> String? {
    try findings?.publish()
    try rejects?.publish()
    return rejects == nil ? nil : rejectsPath
  }

  /// True of the names that the two files get: `fcg-public-12-2026Q3.rejects.csv`.
  public static func isList(_ name: String) -> Bool {
    guard let ending = [rejectsEnding, findingsEnding].first(where: name.hasSuffix) else { return false }
    // Source and name of the export stand around the number of the file; either may hold hyphens and digits itself.
    return name.dropLast(ending.count).split(separator: "-").dropFirst().dropLast().contains {
      $0.allSatisfy(\.isNumber)
    }
  }

  /// Publishes or removes what a run that died left in `folder`.
  ///
  /// - Parameter names: the base names of the files that the ledger holds.
  /// - Throws: `FileFailure`.
  public static func settle(_ folder: String, names: Set<String>) throws {
    guard FileTree.isFolder(folder) else { return }
    for part in try FileTree.names(in: folder) where part.hasSuffix(OutputFile.suffix) {
      let file = String(part.dropLast(OutputFile.suffix.count))
      guard let ending = [rejectsEnding, findingsEnding].first(where: file.hasSuffix) else { continue }
      if names.contains(String(file.dropLast(ending.count))) {
        try DurableFile.rename("\(folder)/\(part)", to: "\(folder)/\(file)")
      } else {
        try FileTree.remove("\(folder)/\(part)")
      }
    }
  }

  private func add(_ finding: Finding) throws {
    let kind = Kind(rule: finding.problem.rule, field: finding.problem.field, severity: finding.problem.severity)
    counts[kind, default: 0] += 1
    if counts[kind] == 1 {
      examples.append(
        Example(
          rule: kind.rule, field: kind.field, severity: kind.severity, line: finding.line, value: finding.value))
    }
    if kind.rule.isUnlisted {
      let key = Unlisted(field: kind.field, value: finding.value)
      if unlisted[key] != nil || unlisted.count < FindingsWriter.unlistedLimit { unlisted[key, default: 0] += 1 }
    }
    if findings == nil {
      findings = try OutputFile(findingsPath)
      try findings?.write(Array("\u{FEFF}行号,列号,列名,原值,处理,规则,原因,怎么办\r\n".utf8))
    }
    let column = finding.column > 0 ? "\(finding.column)" : ""
    let own = "\(finding.line),\(column),\(quoted(finding.column, finding)),"
    try findings?.write(Array((own + FieldQuoting.quoted(CellGuard.inert(finding.value))).utf8) + ending(kind))
  }

  private func add(_ row: RejectedRow) throws {
    if rejects == nil {
      rejects = try OutputFile(rejectsPath)
      if dialect.byteOrderMark > 0 { try rejects?.write([0xEF, 0xBB, 0xBF]) }
      let added = RejectList.addedColumns.map { "\(dialect.separator)\($0)" }
      try rejects?.write(headerLine + dialect.encoding.encoded(added.joined() + newline))
    }
    let place = dialect.encoding.encoded("\(dialect.separator)\(row.line)")
    try rejects?.write(row.original + place + reasons(row.findings.filter { $0.problem.severity == .reject }))
  }

  /// Where CR ends lines, an LF may stand in a row as it stood.
  private var newline: String { dialect.newline == .carriageReturn ? "\r" : "\r\n" }

  /// The cells of a finding that are the same for all of its kind.
  private func ending(_ kind: Kind) -> [UInt8] {
    if let known = endings[kind] { return known }
    let cells = [kind.severity.label, kind.rule.rawValue, kind.rule.message, kind.rule.remedy]
    let ending = Array((cells.map { ",\(FieldQuoting.quoted($0))" }.joined() + "\r\n").utf8)
    endings[kind] = ending
    return ending
  }

  /// The last two cells of a rejected row; most have one reason, which few others have not had before.
  private func reasons(_ findings: [Finding]) -> [UInt8] {
    let places = findings.map {
      Place(
        rule: $0.problem.rule, field: $0.problem.field, column: $0.column,
        note: $0.problem.field.isEmpty ? $0.value : "")
    }
    if let known = reasonCells[places] { return known }
    let rules = findings.map(\.problem.rule.rawValue).joined(separator: " ")
    let texts = findings.map { finding in
      finding.problem.field.isEmpty
        ? [finding.problem.rule.message, finding.value].filter { !$0.isEmpty }.joined(separator: ": ")
        : "\(name(of: finding)): \(finding.problem.rule.message), \(finding.problem.rule.remedy)"
    }
    // The reason is always in quotes: so a quote that the row leaves open ends here, for every reader, and takes no row
    // behind it along.
    let reason = FieldQuoting.enclosed(
      CellGuard.inert(texts.joined(separator: "; ")), Unicode.Scalar(dialect.quote))
    let separator = dialect.separator
    let quoted = FieldQuoting.quoted(rules, delimiter: Unicode.Scalar(dialect.delimiter))
    let cells = dialect.encoding.encoded("\(separator)\(quoted)\(separator)\(reason)\(newline)")
    if places.count == 1, reasonCells.count < FindingsWriter.unlistedLimit { reasonCells[places] = cells }
    return cells
  }

  /// The name of a finding's column as a cell.
  private func quoted(_ column: Int, _ finding: Finding) -> String {
    func make() -> String { FieldQuoting.quoted(CellGuard.inert(name(of: finding))) }
    guard column > 0, column <= header.count else { return make() }
    if let known = columnCells[column] { return known }
    let cell = make()
    columnCells[column] = cell
    return cell
  }

  /// The header of the column as the export has it, else the field.
  private func name(of finding: Finding) -> String {
    finding.column > 0 && finding.column <= header.count
      ? Redaction.shown(header[finding.column - 1], limit: 60) : finding.problem.field
  }
}
