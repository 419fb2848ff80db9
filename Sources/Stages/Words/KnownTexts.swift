import Domain

extension Texts {
  /// What is known of a key that the program looks up.
  struct Known: Sendable {
    /// The file that a row for it belongs in.
    let file: String
    /// What its text may be filled with.
    var places: Set<String> = []
  }

  /// The keys that the program looks up, apart from those that templates name.
  static let known: [String: Known] = {
    var known: [String: Known] = [:]
    func add<Name: TextName>(_ names: Name.Type) {
      for name in names.allCases { known[name.key] = Known(file: Name.file, places: name.places) }
    }
    add(TextKey.self)
    add(NarrativeText.self)
    add(FindingText.self)
    add(CatalogColumn.self)
    add(CatalogText.self)
    add(NightText.self)
    add(AlertText.self)
    add(MatchText.self)
    add(ScoreText.self)
    for change in Measure.Change.allCases { known[key(change)] = Known(file: "bulletin.csv", places: ["name"]) }
    for (file, keys) in ofIDs { for key in keys { known[key] = Known(file: file) } }
    return known
  }()

  /// Keys made of the ids of closed sets.
  private static var ofIDs: [(file: String, keys: [String])] {
    [
      (
        "indicators.csv",
        Indicator.allCases.flatMap { indicator in
          (["name", "formula", "source"] + (indicator.hasUnit ? ["unit"] : [])
            + (indicator.hasDirection ? ["direction"] : [])).map { key(indicator, $0) }
        }
      ),
      (
        "catalog.csv",
        ShortageIndicator.allCases.flatMap { indicator in
          (["name", "meaning"] + (indicator.hasUnit ? ["unit"] : [])).map { key(indicator, $0) }
        } + ShortageType.allCases.map(key) + JobCategory.allCases.map(key) + CatalogChange.Kind.allCases.map(key)
      ),
      ("night.csv", AlertKind.allCases.map(key) + AlertState.allCases.map(key)),
      (
        "bulletin.csv",
        BulletinTerm.allCases.flatMap { term in ["name", "aliases", "meaning"].map { key(term, $0) } }
      ),
      (
        "outlook.csv",
        OutlookTerm.allCases.flatMap { term in ["name", "aliases", "meaning"].map { key(term, $0) } }
      ),
    ]
  }
}
