import Documents
import Domain
import Foundation

extension PreviousCatalog {
  /// The newest final edition of `period` or an earlier one; nil where there is none.
  ///
  /// - Parameters:
  ///   - root: folder of the catalogs, `Reports/catalog`.
  ///   - number: editions of `period` itself from this number on do not count.
  /// - Throws: `PipelineError` where an edition was changed or cannot be read; `FileFailure`.
  public static func find(in root: String, before period: Period, number: Int) throws -> PreviousCatalog? {
    guard FileTree.isFolder(root) else { return nil }
    let periods = try FileTree.names(in: root).compactMap { Period($0) }.filter { $0.unit == .half && $0 <= period }
    for own in periods.sorted(by: >) {
      let folder = "\(root)/\(own)"
      let finals = try FileTree.names(in: folder).compactMap { CatalogEdition(period: own, folder: $0) }
        .filter { $0.kind == .final && (own < period || $0.number < number) }
      if let last = finals.max(by: { $0.number < $1.number }) {
        return try PreviousCatalog(last, folder: "\(folder)/\(last.folder)")
      }
    }
    return nil
  }

  /// What the final editions list, as rows of a list of rules: `occupation`, `starts`, `until`, `source`. One holds from the
  /// first day of its period to the day before that of the next; the last one has no end yet.
  ///
  /// - Throws: as `find`.
  public static func listed(in root: String, on day: Day) throws -> [[String: RuleList.Value]] {
    var rows: [[String: RuleList.Value]] = []
    var (period, until): (Period, Day?) = (Period(unit: .half, containing: day), nil)
    while let catalog = try find(in: root, before: period, number: Int.max) {
      let own = catalog.edition.period
      for entry in catalog.entries.values.sorted(by: { $0.occupation < $1.occupation }) where entry.level > .none {
        var row: [String: RuleList.Value] = [
          "occupation": .text(entry.occupation), "starts": .text(own.firstDay.iso),
          "source": .text(catalog.edition.name),
        ]
        if let until { row["until"] = .text(until.iso) }
        rows.append(row)
      }
      (period, until) = (own.previous, own.previous.lastDay)
    }
    return rows
  }

  private init(_ edition: CatalogEdition, folder: String) throws {
    try CatalogPublisher.verify(folder)
    let path = "\(folder)/\(CatalogTables.assessmentPath)"
    guard let rows = CSVText.rows(try FileTree.bytes(of: path)), let header = rows.first else {
      throw PipelineError(.changedEdition, .config, at: path, "读不出上一版的评估表", remedy: "用 talentflow verify 检查这一版, 从备份恢复")
    }
    func column(_ name: String) throws -> Int {
      guard let column = header.firstIndex(of: name) else {
        throw PipelineError(
          .changedEdition, .config, at: path, "上一版的评估表没有列 \(name)", remedy: "用 talentflow verify 检查这一版, 从备份恢复")
      }
      return column
    }
    let (code, name) = (try column("occupation"), try column("occupation_name"))
    let (level, index, rank) = (try column("level"), try column("index"), try column("rank"))
    let demand = try column("demand")
    let isPublic = rows.dropFirst().allSatisfy { $0.count != header.count || Int($0[demand]) == nil }
    let points = try ShortageIndicator.allCases.map { ($0, try column("\($0.rawValue)_points")) }
    var entries: [String: PreviousEntry] = [:]
    for row in rows.dropFirst() where row.count == header.count {
      entries[row[code]] = PreviousEntry(
        occupation: row[code], name: row[name], level: ShortageLevel(id: row[level]) ?? .none, index: Int(row[index]),
        points: Dictionary(uniqueKeysWithValues: points.compactMap { pair in Int(row[pair.1]).map { (pair.0, $0) } }),
        rank: Int(row[rank]))
    }
    self.init(edition: edition, entries: entries, isPublic: isPublic)
  }
}
