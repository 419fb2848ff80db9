import Domain
import Tables

/// What one page of a region is about.
enum PagePart: Hashable {
  /// Sentences, main figures, the trend and the outlook; all else stands behind it.
  case message
  /// The classic tables of the market.
  case tables
  /// The declared tables of a family: T17 with T17-title and its others.
  case declared(String)
  /// Of the whole edition, not of a region: with the pages of the city.
  case quality, methods, revisions, downloads

  /// The pages of a region, the message first.
  static func all(of region: RegionReport, in bulletin: Bulletin) -> [PagePart] {
    var families: [String] = []
    for entry in region.declared where !families.contains(entry.family) { families.append(entry.family) }
    let about: [PagePart] = bulletin.isCity(region) ? [.quality, .methods, .revisions, .downloads] : []
    return [.message, .tables] + families.map(declared) + about
  }

  /// `index.html`, `450602.html`, `450602-table-T17.html`.
  func path(of region: RegionReport, in bulletin: Bulletin) -> String {
    let isCity = bulletin.isCity(region)
    let name: String
    switch self {
    case .message: return isCity ? "index.html" : "\(region.code).html"
    case .tables: name = "tables"
    case .declared(let family): name = "table-\(family)"
    case .quality: name = "quality"
    case .methods: name = "methods"
    case .revisions: name = "revisions"
    case .downloads: name = "downloads"
    }
    return isCity ? "\(name).html" : "\(region.code)-\(name).html"
  }

  func name(in region: RegionReport, _ texts: Texts, _ language: Language) -> String {
    switch self {
    case .message: texts(.sectionSummary, language)
    case .tables: texts(.sectionTables, language)
    case .declared(let family):
      region.declared(of: family).first.map { language.text($0.table.table.title) } ?? family
    case .quality: texts(.sectionQuality, language)
    case .methods: texts(.sectionMethods, language)
    case .revisions: texts(.sectionRevisions, language)
    case .downloads: texts(.sectionDownloads, language)
    }
  }

  /// What a page that is not of tables has to tell, in a sentence; nil of a page of tables.
  func about(_ texts: Texts, _ language: Language) -> String? {
    switch self {
    case .message, .tables, .declared: nil
    case .quality: texts(.aboutQuality, language)
    case .methods: texts(.aboutMethods, language)
    case .revisions: texts(.aboutRevisions, language)
    case .downloads: texts(.aboutDownloads, language)
    }
  }

  /// The tables that stand on the page.
  func tables(of region: RegionReport, in bulletin: Bulletin) -> [ProtectedTable] {
    switch self {
    case .tables: BulletinSection.all.flatMap { $0.tables(of: region, in: bulletin) }
    case .declared(let family): region.declared(of: family).map(\.table)
    default: []
    }
  }
}
