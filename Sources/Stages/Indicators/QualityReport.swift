import Domain
import Warehouse

/// What came in from each source, from the ledger.
struct QualityReport {
  let db: Database
  let titles: [String: String]

  /// Problems shown a source.
  private static let problemLimit = 5

  func sources() throws -> [SourceQuality] {
    let copies = try pairs(
      "SELECT f.source, count(*) FROM postings p JOIN file f ON f.id = p.file WHERE p.is_copy = 1 GROUP BY f.source")
    let placeless = try pairs(
      """
      SELECT f.source, sum(c.rows) FROM finding_count c JOIN file f ON f.id = c.file
      WHERE c.rule = '\(Rule.regionMissing.rawValue)' GROUP BY f.source
      """)
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT source, dataset, count(*) AS files, sum(rows) AS rows, sum(accepted) AS accepted,
          sum(rejected) AS rejected, sum(duplicate) AS duplicate, sum(unchanged) AS unchanged,
          sum(skipped) AS skipped
        FROM file GROUP BY source, dataset ORDER BY min(id)
        """)
    return try rows.map { row in
      let source: String = row["source"]
      let dataset: String = row["dataset"]
      return SourceQuality(
        source: source, title: titles[source] ?? source, dataset: dataset, files: row["files"], rows: row["rows"],
        accepted: row["accepted"], rejected: row["rejected"], duplicate: row["duplicate"], unchanged: row["unchanged"],
        skipped: row["skipped"], copies: dataset == MarketDataset.postings ? copies[source] ?? 0 : nil,
        placeless: placeless[source] ?? 0, problems: try problems(source))
    }
  }

  /// What the occupations of each file rest on, the last file first; none where all were given.
  func codedFiles() throws -> [CodedFile] {
    let coded = try CodedRows.byFile(db)
    return try Ledger.files(db).reversed().flatMap { file in
      let fields = Dictionary(grouping: coded[file.id] ?? [], by: \.field).sorted { $0.key < $1.key }
      return fields.compactMap { field, counts -> CodedFile? in
        let shares = counts.reduce(into: CodedShares()) { $0.add($1) }
        guard shares.isTold else { return nil }
        return CodedFile(
          id: file.id, name: file.name, source: titles[file.source] ?? file.source, field: field,
          accepted: file.accepted, shares: shares)
      }
    }
  }

  private func problems(_ source: String) throws -> [(name: String, rows: Int)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT c.rule, sum(c.rows) AS rows FROM finding_count c JOIN file f ON f.id = c.file
        WHERE f.source = ? AND c.severity > \(Severity.skip.rawValue) AND c.rule <> '\(Rule.regionMissing.rawValue)'
        GROUP BY c.rule ORDER BY sum(c.rows) DESC, c.rule LIMIT \(QualityReport.problemLimit)
        """,
      arguments: [source]
    ).map { row in
      let id: String = row["rule"]
      return (Rule(rawValue: id)?.message ?? id, row["rows"])
    }
  }

  private func pairs(_ sql: String) throws -> [String: Int] {
    Dictionary(uniqueKeysWithValues: try Row.fetchAll(db, sql: sql).map { ($0[0] as String, $0[1] as Int) })
  }
}
