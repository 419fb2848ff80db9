extension Catalog {
  /// What may be seen of a unit: all of it in a draft, which is a working paper; in a final edition nothing that was not
  /// looked at.
  public func sight(_ occupation: String) -> CatalogVisibility {
    audience == nil ? .everything : sights[occupation] ?? .nothing
  }

  /// The edition as `audience` may read it. Entries whose index is hidden stand behind the others of their level, by
  /// code: their place would tell of it.
  ///
  /// - Parameter sights: by code of the unit.
  public func protected(for audience: Audience, _ sights: [String: CatalogVisibility]) -> Catalog {
    var catalog = self
    (catalog.audience, catalog.sights) = (audience, sights)
    catalog.entries = catalog.ordered(entries) { $0.industry == $1.industry && $0.level == $1.level }
    catalog.outside = catalog.ordered(outside) { $0.industry == $1.industry && $0.level == $1.level }
    catalog.ranking = catalog.ordered(ranking) { $0.level == $1.level }
    return catalog
  }

  /// - Parameter isAlike: whether only the index and the code order two neighbours.
  private func ordered(
    _ entries: [CatalogEntry], _ isAlike: (CatalogEntry, CatalogEntry) -> Bool
  ) -> [CatalogEntry] {
    var runs: [[CatalogEntry]] = []
    for entry in entries {
      if let last = runs.last?.last, isAlike(last, entry) {
        runs[runs.count - 1].append(entry)
      } else {
        runs.append([entry])
      }
    }
    func isOpen(_ entry: CatalogEntry) -> Bool { sight(entry.unit.occupation).shows(.points) }
    return runs.flatMap { run in
      run.filter(isOpen) + run.filter { !isOpen($0) }.sorted { $0.unit.occupation < $1.unit.occupation }
    }
  }
}
