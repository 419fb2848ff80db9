extension Contract {
  /// What the names of datasets of findings end with: `postings_findings`.
  public static let findingsEnding = "_findings"

  /// Name of the dataset of what rules found in this one.
  public var findingsName: String { name + Contract.findingsEnding }

  /// What rules for postings found in the rows of this dataset, as SQL sees it: one row a row and rule, with what the row
  /// itself says; nil where no text of it is screened.
  public var findings: (view: DatasetView, select: String)? {
    guard !screened.isEmpty else { return nil }
    let own: [(name: String, sql: String)] = [
      ("rule", "found_rule"), ("rule_version", "found_version"), ("rule_group", "found_group"),
      ("rule_level", "found_level"), ("words", "found_words"),
    ]
    let rows = rows
    let columns = rows.columns.filter { column in !own.contains { $0.name == column.column.name } }
    let list =
      (columns.map { "\($0.sql) AS \($0.column.name)" } + own.map { "\($0.sql) AS \($0.name)" })
      .joined(separator: ",\n  ")
    let select = """
      SELECT \(list)
      FROM main.screen_finding JOIN main.\(name)_version ON id = found_row AND file = found_file
      WHERE id NOT IN (SELECT id FROM main.\(name)_superseded)
      """
    let view = DatasetView(
      name: findingsName, title: Label(zh: "筛查的线索: \(title.zh)", en: "Findings of screening: \(title.en)"),
      columns: columns.map(\.column)
        + own.map { ViewColumn($0.name, $0.name == "rule_version" ? .number : .text) },
      roles: rows.roles, contributor: contributor, neverPublic: neverPublic)
    return (view, select)
  }
}
