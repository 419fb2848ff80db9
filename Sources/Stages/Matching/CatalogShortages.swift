import Domain

/// A unit that a final catalog lists as 重度 or 中度紧缺.
struct CatalogShortage: Sendable {
  let occupation: String
  let name: String
  let level: ShortageLevel
}

/// The units of a final catalog whose openings are matched.
struct CatalogShortages {
  /// 重度 first, then by code.
  let units: [CatalogShortage]
  private let places: [String: Int]
  /// All that the catalog assessed: a 细类 that it assessed by itself is no part of the rest of its 小类.
  private let assessed: Set<String>

  init(_ catalog: PreviousCatalog) {
    units = catalog.entries.values.filter { $0.level >= .medium }
      .map { CatalogShortage(occupation: $0.occupation, name: $0.name, level: $0.level) }
      .sorted { ($1.level, $0.occupation) < ($0.level, $1.occupation) }
    places = Dictionary(uniqueKeysWithValues: units.enumerated().map { ($0.element.occupation, $0.offset) })
    assessed = Set(catalog.entries.keys)
  }

  /// Place of the unit that a code belongs to; nil where that is not listed.
  func place(_ code: String) -> Int? {
    places[assessed.contains(code) ? code : ShortagePartition.minorGroup(code)]
  }
}
