import Domain

/// The rows of the tables of the catalog's page.
struct CatalogRows {
  let catalog: Catalog
  let texts: Texts

  private var wording: CatalogWording { CatalogWording(texts) }

  /// The catalog's tables, one a key industry, in order.
  var groups: [[String: Any]] {
    var groups: [(name: String, entries: [(number: Int, entry: CatalogEntry)])] = []
    for (index, entry) in catalog.entries.enumerated() {
      let name = entry.industry.isEmpty ? texts(.catalogByExperts) : entry.industry
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
        common(entry, index + 1).merging(["last_rank": entry.previous?.rank.map(String.init) ?? texts(.catalogNewRank)])
        { first, _ in
          first
        }
      },
    ]
  }

  private func full(_ entry: CatalogEntry, _ number: Int) -> [String: Any] {
    let (unit, wanted, warning) = (entry.unit, entry.wanted, entry.forecast?.warning)
    let sight = catalog.sight(unit.occupation)
    let duration = (unit.figures.durationDays ?? unit.figures.durationAtLeast).map { "\($0)" } ?? ""
    let own: [String: Any] = [
      "subfield": entry.subfield, "job": sight(.title, wanted.title?.text ?? CatalogWording.unknown),
      "category": entry.category.map(texts.name) ?? "",
      "education": wording.phrase(wanted.education, .education, sight),
      "major": wording.phrase(wanted.major, .major, sight),
      "skill": wording.phrase(wanted.skill, .skill, sight),
      "experience": wording.phrase(wanted.experience, .experience, sight),
      "fill": sight(.counts, CatalogWording.number(unit.figures.values[.fillRate], 1)),
      "duration": sight(.duration, CatalogWording.days(unit.figures)),
      "duration_key": sight.shows(.duration) ? duration : "",
      "stars": CatalogWording.stars(entry.stars), "stars_key": "\(entry.stars)",
      "types": wording.types(unit.score.types),
      "warning": warning.map { ["id": $0.id, "name": wording.warning($0)] } ?? false,
      "warning_key": warning.map { "\($0.rawValue)" } ?? "0",
      "change": wording.change(entry, hasPrevious: catalog.previous != nil),
      "basis": wording.basis(entry, sight),
    ]
    return common(entry, number).merging(own) { first, _ in first }
  }

  /// `…_key`: what a column is sorted by; empty where it is not known.
  private func common(_ entry: CatalogEntry, _ number: Int) -> [String: Any] {
    let (figures, score) = (entry.unit.figures, entry.unit.score)
    let sight = catalog.sight(entry.unit.occupation)
    let gap = entry.forecast?.gap
    func key(_ part: CatalogVisibility.Part, _ value: String?) -> String { sight.shows(part) ? value ?? "" : "" }
    let index = score.index.map(String.init)
    return [
      "number": "\(number)", "href": EvidencePage.path(of: entry.unit.occupation), "name": entry.unit.name,
      "code": entry.unit.occupation,
      "demand": sight(.counts, CatalogWording.count(figures.demand)), "demand_key": key(.counts, "\(figures.demand)"),
      "seekers": sight(.counts, CatalogWording.count(figures.seekers)),
      "seekers_key": key(.counts, "\(figures.seekers)"),
      "pay": sight(.pay, CatalogWording.pay(entry.unit.profile.pay)),
      "pay_key": key(.pay, entry.unit.profile.pay[0].map { "\($0)" }),
      "ratio": sight(.counts, CatalogWording.number(figures.values[.ratio], 2)),
      "index": sight(.points, index ?? "X"), "index_key": key(.points, index),
      "level": entry.level.id, "level_name": entry.level.name, "level_key": "\(entry.level.rawValue)",
      "gap": sight(.counts, wording.gap(gap)), "gap_key": key(.counts, gap.map { "\($0.point)" }),
    ]
  }
}
