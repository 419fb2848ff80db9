import Domain

/// What each column of each table of an edition means, for those who open the CSV files: `tables/字段说明.csv`.
struct FieldGuide: EditionCompanion {
  static let paths = Language.allCases.map(path)

  let path: String
  let title: String
  let bytes: [UInt8]
  let name = "fields"
  let format = "csv"
  let mediatype = "text/csv"

  init(tables: [EditionTable], texts: Texts, language: Language) {
    path = FieldGuide.path(language)
    title = texts(.guideTitle, language)
    let head: [TextKey] = [.guideFile, .sheetTitle, .guideColumn, .guideMeaning, .indicatorUnit, .guideNote]
    let rows = tables.flatMap { table in
      table.fields.map { [table.path, table.title, $0.name, $0.title, $0.unit, $0.description] }
    }
    bytes = CSVText.bytes([head.map { texts($0, language) }] + rows)
  }

  static func path(_ language: Language) -> String {
    switch language {
    case .zh: "tables/字段说明.csv"
    case .en: "tables/fields.csv"
    }
  }
}
