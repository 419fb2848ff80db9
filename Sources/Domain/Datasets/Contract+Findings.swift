extension Contract {
  /// Name of the dataset of `findings`.
  public static let findingsName = "findings"

  /// What rules for postings found in the rows of this dataset, as SQL sees it: one row a posting and rule, with what the
  /// posting itself says.
  public var findings: (view: DatasetView, select: String) {
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
      FROM main.screen_finding JOIN main.\(name)_version ON id = found_posting AND file = found_file
      WHERE id NOT IN (SELECT id FROM main.\(name)_superseded)
      """
    let view = DatasetView(
      name: Contract.findingsName, title: Label(zh: "筛查的线索", en: "Findings of screening"),
      columns: columns.map(\.column)
        + own.map { ViewColumn($0.name, $0.name == "rule_version" ? .number : .text) },
      roles: rows.roles, contributor: contributor, neverPublic: neverPublic)
    return (view, select)
  }
}
