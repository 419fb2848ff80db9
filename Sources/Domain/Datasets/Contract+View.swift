extension Contract {
  /// The dataset as SQL sees it, and the SELECT over its fact table that makes it.
  ///
  /// Texts that stand in packed blocks are not seen: `keep: packed` says so. The contributor is the employer of the
  /// dictionary where rows name one by name or code: whoever has no code is told apart by the name.
  public var view: (view: DatasetView, select: String) {
    let rows = rows
    let list = rows.columns.map { "\($0.sql) AS \($0.column.name)" }.joined(separator: ",\n  ")
    let select =
      "SELECT \(list)\nFROM main.\(name)_version WHERE id NOT IN (SELECT id FROM main.\(name)_superseded)"
    let view = DatasetView(
      name: name, title: title, columns: rows.columns.map(\.column), roles: rows.roles, contributor: contributor,
      neverPublic: neverPublic)
    return (view, select)
  }

  /// The columns of the rows, and the roles that they play.
  var rows: (columns: [FieldView], roles: Roles) {
    var columns = [FieldView(.init("entry", .text), entry)]
    for field in fields where field.kind.text == nil || field.keep == .row || isInDictionary(field) {
      columns += views(of: field)
    }
    if employer != nil { columns.append(FieldView(.init("employer", .opaque), "CAST(employer AS BLOB)")) }
    if roles.copies != nil { columns.append(FieldView(.init("is_copy", .number), "is_copy")) }
    var roles = roles
    if case .field(let field) = roles.contributor, let employer, [employer.code, employer.name].contains(field) {
      roles.contributor = .field("employer")
    }
    return (columns, roles)
  }

  /// Who stands behind the rows; nil where nobody has said so.
  public var contributor: DatasetView.ContributorKind? {
    switch roles.contributor {
    case nil: nil
    case .nobody: .nobody
    case .field(let name): field(name)?.kind is PersonField || field(name)?.kind is FirstOfField ? .person : .unit
    }
  }

  /// The columns of a field as this dataset's rows hold it.
  private func views(of field: Field) -> [FieldView] {
    if let first = field.kind as? FirstOfField {
      return [first.view(of: field.name, parts: first.fields.compactMap { self.field($0).flatMap(firstView) })]
    }
    return field.kind.views(of: field.name).map { own in
      guard field.kind.text == .creditCode, employer?.code == field.name else { return nulled(own, field) }
      return FieldView(own.column, Contract.employerCode)
    }
  }

  private func firstView(of field: Field) -> String? { views(of: field).first?.sql }

  private func isInDictionary(_ field: Field) -> Bool {
    field.kind.text == .unit || field.kind.text == .employerName || employer?.code == field.name
  }

  /// A text that a row does not have is stored empty.
  private func nulled(_ own: FieldView, _ field: Field) -> FieldView {
    guard let use = field.kind.text, !isInDictionary(field), use != .key else { return own }
    return FieldView(own.column, "nullif(\(own.sql), '')")
  }

  /// A code is told from a name by its form.
  private static let employerCode = """
    (SELECT identity FROM main.employer WHERE id = employer AND length(identity) = 18 AND identity NOT GLOB '*[^0-9A-Z]*')
    """

  /// The parts of the business key; a row of a source without numbers has its own.
  private var entry: String {
    let parts = key.compactMap { field($0).flatMap(firstView) }
    let last = parts.last.map { "coalesce(nullif(\($0), ''), '#' || id)" } ?? "'#' || id"
    return (parts.dropLast().map { "coalesce(\($0), '')" } + [last]).joined(separator: " || '/' || ")
  }
}
