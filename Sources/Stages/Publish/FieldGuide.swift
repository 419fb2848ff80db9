import Domain

/// What each column of each table of an edition means, for those who open the CSV files: `tables/字段说明.csv`.
struct FieldGuide: EditionCompanion {
  static let paths = Language.allCases.map(path)

  let tables: [EditionTable]
  let texts: Texts
  let language: Language

  static func path(_ language: Language) -> String {
    switch language {
    case .zh: "tables/字段说明.csv"
    case .en: "tables/fields.csv"
    }
  }

  var name: String { "fields" }
  var path: String { FieldGuide.path(language) }
  var title: String { texts(.guideTitle, language) }
  var format: String { "csv" }
  var mediatype: String { "text/csv" }

  var bytes: [UInt8] {
    let head: [TextKey] = [.guideFile, .sheetTitle, .guideColumn, .guideMeaning, .indicatorUnit, .guideNote]
    let rows = tables.flatMap { table in
      table.fields.map { [table.path, table.title, $0.name, $0.title, $0.unit, $0.description] }
    }
    return CSVText.bytes([head.map { texts($0, language) }] + rows)
  }
}
