import Domain

/// What the occupations of each file rest on. For the bureau alone: counts of single files are small, and readers are told
/// the shares of all of them.
struct CodedFileTable {
  static let name = "coded"

  let files: [CodedFile]
  let texts: Texts
  let language: Language

  static var path: String { "tables/\(name).csv" }

  var title: String { texts(.codedTable, language) }

  /// The columns of counts; what is coded and what is not are told apart further in the data than on the page.
  private static let columns: [(name: TextKey, count: @Sendable (CodedFile) -> Int)] = [
    (.accepted, { $0.accepted }), (.codedGiven, { $0.shares.given }), (.codedRead, { $0.shares.coded }),
    (.codedNot, { $0.shares.uncoded }), (.codedSilent, { $0.shares.silent }),
  ]

  /// For the template; nil where all occupations were given.
  var context: [String: Any]? {
    guard !files.isEmpty else { return nil }
    return [
      "title": title, "heads": CodedFileTable.columns.map { texts($0.name, language) },
      "files": files.map { file in
        [
          "source": file.source, "name": file.name,
          "counts": CodedFileTable.columns.map { PrintedCell.number(Double($0.count(file)), 0) },
        ] as [String: Any]
      },
    ]
  }

  var table: EditionTable {
    let bases = TitleBasis.allCases.filter { $0 != .given }
    func field(_ name: String, _ title: String, _ kind: EditionTable.Field.Kind = .string) -> EditionTable.Field {
      EditionTable.Field(name: name, title: title, description: "", kind: kind)
    }
    return EditionTable(
      name: CodedFileTable.name, title: title, note: texts(.codedNote, language),
      fields: [
        field("file", texts(.codedFile, language), .integer), field("name", texts(.codedFileName, language)),
        field("source", texts(.sourceTitle, language)), field("field", texts(.codedField, language)),
      ] + CodedFileTable.columns.map { field($0.name.rawValue, texts($0.name, language), .integer) }
        + bases.map { field("basis_\($0)", $0.label, .integer) },
      key: ["file", "field"],
      rows: files.map { file in
        ["\(file.id)", file.name, file.source, file.field] + CodedFileTable.columns.map { "\($0.count(file))" }
          + bases.map { "\(file.shares[$0])" }
      })
  }
}
