import Domain

/// A CSV table of an edition with what its description needs.
struct EditionTable {
  struct Field {
    enum Kind: String { case string, integer, number }

    let name: String
    let title: String
    let description: String
    let kind: Kind
    var unit = ""
  }

  /// `T3`: the file is `tables/T3.csv`.
  let name: String
  let title: String
  let note: String
  let fields: [Field]
  let key: [String]
  let rows: [[String]]

  var path: String { "tables/\(name).csv" }
  var bytes: [UInt8] { CSVText.bytes([fields.map(\.name)] + rows) }
}
