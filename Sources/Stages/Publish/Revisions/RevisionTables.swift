import Domain

/// The tables of a revised edition: every cell that was revised, and the triangle of the main figures.
struct RevisionTables {
  static let changesPath = "tables/revisions.csv"
  static let trendPath = "tables/trend.csv"
  /// Between the values of a key.
  private static let separator: Character = "/"

  let bulletin: Bulletin
  let revision: Revision
  let texts: Texts
  let language: Language

  /// `T5` of `tables/T5.csv`.
  static func name(ofPath path: String) -> String {
    String(path.dropFirst("tables/".count).dropLast(".csv".count))
  }

  /// Tables that say of an edition how it was made, not what it found.
  static func isFigures(_ path: String) -> Bool {
    !["quality", CodedFileTable.name, "indicators", "revisions", "vintages"].contains(name(ofPath: path))
  }

  var all: [EditionTable] { [changes, vintages] }

  private var changes: EditionTable {
    let rows = revision.changes.map { change in
      [
        bulletin.period.description, "\(change.step)", change.table,
        change.row.joined(separator: String(RevisionTables.separator)), change.column, change.before ?? "",
        change.after ?? "",
      ]
    }
    return EditionTable(
      name: RevisionTables.name(ofPath: RevisionTables.changesPath), title: texts(.revisionTable, language), note: "",
      fields: [
        field("period", .fieldPeriod), field("revision", .revisionNumber, .integer), field("table", .revisedTable),
        field("row", .revisedRow), field("column", .revisedColumn), field("before", .revisionBefore),
        field("after", .revisionAfter),
      ],
      key: ["revision", "table", "row", "column"], rows: rows)
  }

  private var vintages: EditionTable {
    let rows = revision.triangle.vintages.flatMap { vintage in
      vintage.values.map { value in
        [
          value.period.description, value.region, vintage.period.description, "\(vintage.revision)", value.demand,
          value.seekers, value.ratio,
        ]
      }
    }
    return EditionTable(
      name: "vintages", title: texts(.vintageTable, language), note: "",
      fields: [
        field("period", .fieldPeriod), field("region", .fieldRegion), field("edition", .vintage),
        field("revision", .revisionNumber, .integer), field("demand", .demand, .integer),
        field("seekers", .seekers, .integer), field("ratio", .ratio, .number),
      ],
      key: ["period", "region", "edition", "revision"], rows: rows)
  }

  private func field(_ name: String, _ title: TextKey, _ kind: EditionTable.Field.Kind = .string) -> EditionTable.Field
  {
    EditionTable.Field(name: name, title: texts(title, language), description: "", kind: kind)
  }

  /// Reads `revisions.csv` of an edition.
  static func changes(_ csv: [UInt8]) -> [Revision.Change] {
    (CSVText.rows(csv) ?? []).dropFirst().compactMap { row in
      guard row.count == 7, let step = Int(row[1]) else { return nil }
      return Revision.Change(
        step: step, table: row[2], row: row[3].split(separator: separator).map(String.init), column: row[4],
        before: row[5].isEmpty ? nil : row[5], after: row[6].isEmpty ? nil : row[6])
    }
  }

  /// Reads `trend.csv` of an edition: period, region, its name, demand, seekers, ratio, and what came later than these.
  static func values(_ csv: [UInt8]) -> [RevisionTriangle.Value] {
    (CSVText.rows(csv) ?? []).dropFirst().compactMap { row in
      guard row.count >= 6, let period = Period(row[0]) else { return nil }
      return RevisionTriangle.Value(period: period, region: row[1], demand: row[3], seekers: row[4], ratio: row[5])
    }
  }
}
