import Domain

/// The rows of the tables of the catalog's page.
struct CatalogRows {
  let catalog: Catalog
  let texts: Texts

  /// The catalog's tables, one a key industry, in order.
  var groups: [[String: Any]] {
    var groups: [(name: String, entries: [(number: Int, entry: CatalogEntry)])] = []
    for (index, entry) in catalog.entries.enumerated() {
      let name = entry.industry.isEmpty ? "专家增补" : entry.industry
      if groups.last?.name != name { groups.append((name, [])) }
      groups[groups.count - 1].entries.append((index + 1, entry))
    }
    return groups.enumerated().map { index, group in
      [
        "id": "group-\(index + 1)", "name": group.name, "count": "\(group.entries.count)",
        // Short enough to stand on one printed page, a table is not broken.
        "is_long": group.entries.count > 12,
        "entries": group.entries.map { full($0.entry, $0.number) },
      ]
    }
  }

  /// A shorter table: for what is short and not in the catalog.
  func short(_ entries: [CatalogEntry], id: String, name: String, hasRanks: Bool) -> [String: Any] {
    [
      "id": id, "name": name, "count": "\(entries.count)", "has_ranks": hasRanks,
      "rows": entries.enumerated().map { index, entry in
        common(entry, index + 1).merging(["last_rank": entry.previous?.rank.map(String.init) ?? "新"]) { first, _ in
          first
        }
      },
    ]
  }

  private func full(_ entry: CatalogEntry, _ number: Int) -> [String: Any] {
    let (unit, wanted, warning) = (entry.unit, entry.wanted, entry.forecast?.warning)
    let own: [String: Any] = [
      "subfield": entry.subfield, "job": wanted.title?.text ?? CatalogWording.unknown, "category": entry.category,
      "education": CatalogWording.phrase(wanted.education), "major": CatalogWording.phrase(wanted.major),
      "skill": CatalogWording.phrase(wanted.skill), "experience": CatalogWording.phrase(wanted.experience),
      "fill": CatalogWording.number(unit.figures.values[.fillRate], 1),
      "duration": CatalogWording.days(unit.figures),
      "duration_key": (unit.figures.durationDays ?? unit.figures.durationAtLeast).map { "\($0)" } ?? "",
      "stars": CatalogWording.stars(entry.stars), "stars_key": "\(entry.stars)",
      "types": CatalogWording.types(unit.score.types),
      "warning": warning.map { ["id": $0.id, "name": CatalogWording.warning($0, texts)] } ?? false,
      "warning_key": warning.map { "\($0.rawValue)" } ?? "0",
      "change": CatalogWording.change(entry, hasPrevious: catalog.previous != nil),
      "basis": CatalogWording.basis(entry),
    ]
    return common(entry, number).merging(own) { first, _ in first }
  }

  /// `…_key`: what a column is sorted by; empty where it is not known.
  private func common(_ entry: CatalogEntry, _ number: Int) -> [String: Any] {
    let (figures, score) = (entry.unit.figures, entry.unit.score)
    let gap = entry.forecast?.gap
    return [
      "number": "\(number)", "href": EvidencePage.path(of: entry.unit.occupation), "name": entry.unit.name,
      "code": entry.unit.occupation, "demand": CatalogWording.count(figures.demand), "demand_key": "\(figures.demand)",
      "seekers": CatalogWording.count(figures.seekers), "seekers_key": "\(figures.seekers)",
      "pay": CatalogWording.pay(entry.unit.profile.pay), "pay_key": entry.unit.profile.pay[0].map { "\($0)" } ?? "",
      "ratio": CatalogWording.number(figures.values[.ratio], 2),
      "index": score.index.map(String.init) ?? "X", "index_key": score.index.map(String.init) ?? "",
      "level": entry.level.id, "level_name": entry.level.name, "level_key": "\(entry.level.rawValue)",
      "gap": CatalogWording.gap(gap), "gap_key": gap.map { "\($0.point)" } ?? "",
    ]
  }
}
