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
  private var counts: [String: FindingCount] = [:]

  /// Columns added behind those of the export.
  static let addedColumns = ["退回_行号", "退回_规则", "退回_原因"]

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
    for row in batch.rejects { try add(row) }
  }

  /// Notes the columns that no field of the contract claims.
  public func add(unknownColumns: [String]) throws {
    for name in unknownColumns {
      let column = (header.firstIndex(of: name) ?? -1) + 1
      try add(Finding(problem: Problem(.unknownColumn, ""), line: 1, column: column, value: name))
    }
  }

  /// Rows a rule and field, ordered.
  public var findingCounts: [FindingCount] {
    counts.values.sorted { ($0.rule, $0.field) < ($1.rule, $1.field) }
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
    let rule = finding.problem.rule
    let key = "\(rule.rawValue)\u{1F}\(finding.problem.field)"
    let severity = finding.problem.severity
    counts[key] = FindingCount(
      rule: rule.rawValue, field: finding.problem.field, severity: severity.rawValue,
      rows: (counts[key]?.rows ?? 0) + 1)
    if findings == nil {
      findings = try OutputFile(findingsPath)
      try findings?.write(Array("\u{FEFF}行号,列号,列名,原值,处理,规则,原因,怎么办\r\n".utf8))
    }
    let cells = [
      "\(finding.line)", finding.column > 0 ? "\(finding.column)" : "", CellGuard.inert(name(of: finding)),
      CellGuard.inert(finding.value),
      severity.label, rule.rawValue, rule.message, rule.remedy,
    ]
    try findings?.write(Array((cells.map { FieldQuoting.quoted($0) }.joined(separator: ",") + "\r\n").utf8))
  }

  private func add(_ row: RejectedRow) throws {
    let delimiter = Unicode.Scalar(dialect.delimiter)
    if rejects == nil {
      rejects = try OutputFile(rejectsPath)
      if dialect.byteOrderMark > 0 { try rejects?.write([0xEF, 0xBB, 0xBF]) }
      try write(headerLine, FindingsWriter.addedColumns, delimiter)
    }
    let reasons = row.findings.filter { $0.problem.severity == .reject }
    let rules = reasons.map(\.problem.rule.rawValue).joined(separator: " ")
    let texts = reasons.map { finding in
      finding.problem.field.isEmpty
        ? finding.problem.rule.message
        : "\(name(of: finding)): \(finding.problem.rule.message), \(finding.problem.rule.remedy)"
    }
    // The reason is always in quotes: so a quote that the row leaves open ends here, for every reader, and takes no row
    // behind it along.
    let reason = texts.joined(separator: "; ").replacing("\"", with: "\"\"")
    try write(row.original, ["\(row.line)", rules], delimiter, "\(Character(delimiter))\"\(reason)\"")
  }

  /// The header of the column as the export has it, else the field.
  private func name(of finding: Finding) -> String {
    finding.column > 0 && finding.column <= header.count
      ? Discretion.shown(header[finding.column - 1], limit: 60) : finding.problem.field
  }

  private func write(
    _ original: [UInt8], _ added: [String], _ delimiter: Unicode.Scalar, _ last: String = ""
  ) throws {
    let tail = added.map { String(Character(delimiter)) + FieldQuoting.quoted($0, delimiter: delimiter) }.joined()
    try rejects?.write(original + dialect.encoding.encoded("\(tail)\(last)\r\n"))
  }
}
