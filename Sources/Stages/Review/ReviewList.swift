import Documents
import Domain
import Tabular
import Warehouse

/// The texts of one field that no code list knew, most frequent first, with suggestions: people write the answer beside
/// each, and the next run reads it as they said.
public struct ReviewList: Sendable {
  /// One text of one source.
  public struct Entry: Sendable, Equatable {
    public let source: String
    public let text: String
    /// Rows that had it so far.
    public var rows: Int
    public let suggestions: [String]
    /// A code or a name of the list; `ReviewList.unanswerable` where there is none; empty until somebody looked.
    public var answer: String
  }

  /// The answer to a text that means nothing: it is not asked again, and stays unknown.
  public static let unanswerable = "-"
  /// Texts of a field that are asked at a time.
  static let limit = 200
  private static let header = ["来源", "原值", "行数", "建议1", "建议2", "建议3", "答复"]

  public let field: String
  public private(set) var entries: [Entry] = []

  public static func path(_ field: String, in work: String) -> String { "\(work)/review/\(field).csv" }

  /// Reads what people have answered.
  ///
  /// - Throws: `PipelineError` TF303 where the file is not the list that was written; `FileFailure`.
  public init(_ field: String, in work: String) throws {
    self.field = field
    let path = ReviewList.path(field, in: work)
    guard let table = try AnsweredTable(path, header: ReviewList.header, remedy: "用 run 写出的清单, 只填“答复”一列; 不要的整个删去")
    else { return }
    entries = table.rows.compactMap { row in
      guard let source = row["来源"], let text = row["原值"] else { return nil }
      return Entry(
        source: source, text: CellGuard.plain(text), rows: Int(row["行数"] ?? "") ?? 0,
        suggestions: ["建议1", "建议2", "建议3"].compactMap { row[$0] }.map(CellGuard.plain),
        answer: AnsweredTable.answer(row["答复"]))
    }
  }

  /// What a source's texts mean, as people said.
  ///
  /// - Parameters:
  ///   - list: the code list of the field.
  ///   - code: that of an answer; nil where it is none.
  /// - Throws: `PipelineError` TF303 where an answer is nothing of the list.
  public func values(
    of source: String, _ list: CodeList, in work: String, code: (String) throws -> String?
  ) throws -> [String: String] {
    var values: [String: String] = [:]
    for (place, entry) in entries.enumerated() where entry.source == source && !entry.answer.isEmpty {
      guard entry.answer != ReviewList.unanswerable else { continue }
      guard let found = try code(entry.answer) else {
        throw AnsweredTable.failure(
          "\(ReviewList.path(field, in: work)):\(place + 2)",
          "答复“\(entry.answer)”不在代码表 \(list.id) 中", "写代码表中的代码或名称; 没有对应的写 \(ReviewList.unanswerable)")
      }
      values[entry.text] = found
    }
    return values
  }

  /// Adds what runs have met since; what was answered stays, and what was not is asked by its number of rows.
  ///
  /// - Parameter met: texts that no list knew, by source.
  mutating func add(_ met: [(source: String, text: String, rows: Int)], _ list: CodeList) {
    var open: [Entry] = []
    // Made for the first text that is new: most runs meet none.
    var suggestions: NameSuggestions?
    for one in met {
      if let place = entries.firstIndex(where: { $0.source == one.source && $0.text == one.text }) {
        entries[place].rows = one.rows
      } else {
        let known = suggestions ?? NameSuggestions(list)
        suggestions = known
        open.append(
          Entry(
            source: one.source, text: one.text, rows: one.rows, suggestions: known.nearest(to: one.text), answer: ""))
      }
    }
    let answered = entries.filter { !$0.answer.isEmpty }
    // What a list knows by now is asked no more.
    let current = Set(met.map { [$0.source, $0.text] })
    open += entries.filter { $0.answer.isEmpty && current.contains([$0.source, $0.text]) }
    open.sort { ($1.rows, $0.source, $0.text) < ($0.rows, $1.source, $1.text) }
    entries = open.prefix(ReviewList.limit) + answered.sorted { ($0.source, $0.text) < ($1.source, $1.text) }
  }

  /// Writes the list; removes it where nothing is asked and nothing was answered.
  ///
  /// - Throws: `FileFailure`.
  func write(in work: String) throws {
    let path = ReviewList.path(field, in: work)
    guard !entries.isEmpty else {
      if FileTree.exists(path) { try FileTree.remove(path) }
      return
    }
    try DurableFolder.makePrivate("\(work)/review")
    let rows = entries.map { entry in
      [entry.source, entry.text, "\(entry.rows)"]
        + (0..<3).map { $0 < entry.suggestions.count ? entry.suggestions[$0] : "" } + [entry.answer]
    }
    let bytes = CSVText.bytes([ReviewList.header] + rows)
    guard try !FileTree.isPlainFile(path) || FileTree.bytes(of: path) != bytes else { return }
    try DurableFile.replace(path, with: bytes, mode: 0o600)
  }
}
