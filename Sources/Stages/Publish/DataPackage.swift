import Documents
import Domain
import Foundation

/// `datapackage.json` of an edition: a Frictionless v1 data package of its tables and what goes with them,
/// with the edition's period, language and headline besides.
struct DataPackage: Codable {
  static let path = "datapackage.json"

  /// A CSV table, or a file that is not read as a table: then encoding, dialect and schema are nil.
  struct Resource: Codable {
    let profile: String
    /// `file` keeps readers of the package from taking a workbook for a table.
    let type: String?
    let name: String
    let path: String
    let title: String
    let description: String?
    let format: String
    let mediatype: String
    let encoding: String?
    let bytes: Int
    let hash: String
    let dialect: Dialect?
    let schema: Schema?
  }

  struct Dialect: Codable {
    var delimiter = ","
    var lineTerminator = "\r\n"
    var quoteChar = "\""
    var doubleQuote = true
    var header = true
    var skipInitialSpace = false
  }

  struct Schema: Codable {
    let fields: [Field]
    /// What stands where no figure is told.
    static let signs = ["[x]", "[z]", "[c]", "[low]"]
    var missingValues = [""] + signs
    let primaryKey: [String]
  }

  struct Field: Codable {
    let name: String
    let type: String
    let title: String
    let description: String?
  }

  struct Contributor: Codable {
    let title: String
    var role = "publisher"
  }

  var profile = "data-package"
  let name: String
  let title: String
  let period: String
  let language: String
  /// Latest day that the figures speak of.
  let dataUntil: String
  /// The first sentence of the bulletin.
  let headline: String
  /// Day on which a final edition of the catalog was frozen; nil for all others.
  let frozenOn: String?
  /// Day on which a bulletin comes out; nil where none is fixed, and for revisions and catalogs.
  let releasedOn: String?
  let contributors: [Contributor]
  let resources: [Resource]

  init(_ bulletin: Bulletin, _ tables: [EditionTable], _ companions: [any EditionCompanion], _ language: Language) {
    let edition = EditionName(bulletin, language)
    name = "talent-bulletin-\(edition.folder.lowercased())"
    let revised = bulletin.revision.map { " \(language.name(ofRevision: $0.number))" } ?? ""
    title = "\(language.text(bulletin.title)) \(language.name(of: bulletin.period))\(revised)"
    period = bulletin.period.description
    self.language = language.tag
    dataUntil = bulletin.dataUntil.iso
    headline = bulletin.regions.first?.narrative.first.map(language.text) ?? ""
    frozenOn = nil
    releasedOn = bulletin.releasedOn?.iso
    contributors = [Contributor(title: language.text(bulletin.publisher))]
    resources = tables.map(Resource.init) + companions.map { Resource($0) }
  }

  init(_ catalog: Catalog, _ tables: [EditionTable], _ companions: [any EditionCompanion], _ texts: Texts) {
    name = "talent-catalog-\(catalog.edition.period)-\(catalog.edition.folder)".lowercased()
    title = "\(catalog.title) \(catalog.edition.name)"
    period = catalog.edition.period.description
    language = Language.zh.tag
    dataUntil = catalog.dataUntil.iso
    headline = CatalogPage.headline(catalog, texts)
    frozenOn = catalog.edition.date?.iso
    releasedOn = nil
    contributors = [Contributor(title: catalog.publisher)]
    resources = tables.map(Resource.init) + companions.map { Resource($0) }
  }

  /// Reads the description of the edition in `folder`; nil where there is none.
  init?(folder: String) {
    guard let bytes = try? FileTree.bytes(of: "\(folder)/\(DataPackage.path)") else { return nil }
    self.init(bytes)
  }

  /// Nil for what is no description.
  init?(_ json: [UInt8]) {
    guard let package = try? JSONDecoder().decode(DataPackage.self, from: Data(json)) else { return nil }
    self = package
  }

  /// The CSV tables, each with what its columns are.
  var tables: [(path: String, schema: Schema)] {
    resources.compactMap { resource in resource.schema.map { (resource.path, $0) } }
  }

  /// True of a draft of the catalog.
  var isDraft: Bool { name.hasPrefix("talent-catalog-") && name.contains("-draft-") }

  /// The same text for the same package: keys sorted, no clock.
  func json() throws -> [UInt8] { try JSONText.bytes(of: self) }
}

extension DataPackage.Resource {
  init(_ table: EditionTable) {
    let content = table.bytes
    self.init(
      profile: "tabular-data-resource", type: nil, name: table.name.lowercased(), path: table.path, title: table.title,
      description: table.note.isEmpty ? nil : table.note, format: "csv", mediatype: "text/csv", encoding: "utf-8",
      bytes: content.count, hash: "sha256:\(SHA256Sums.digest(content))", dialect: DataPackage.Dialect(),
      schema: DataPackage.Schema(
        fields: table.fields.map {
          DataPackage.Field(
            name: $0.name, type: $0.kind.rawValue, title: $0.title,
            description: $0.description.isEmpty ? nil : $0.description)
        },
        primaryKey: table.key))
  }

  init(_ companion: any EditionCompanion) {
    let content = companion.bytes
    self.init(
      profile: "data-resource", type: "file", name: companion.name, path: companion.path, title: companion.title,
      description: nil, format: companion.format, mediatype: companion.mediatype, encoding: nil, bytes: content.count,
      hash: "sha256:\(SHA256Sums.digest(content))", dialect: nil, schema: nil)
  }
}
