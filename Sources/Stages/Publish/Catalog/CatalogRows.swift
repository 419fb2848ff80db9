import Documents
import Domain

/// The rows of the tables of the catalog's page.
struct CatalogRows {
  /// Rows of a ranking that stand open; the others are folded.
  private static let open = 15

  let catalog: Catalog
  let texts: Texts

  private var wording: CatalogWording { CatalogWording(texts) }
  private var hasCounts: Bool { catalog.audience != .everybody }

  /// The catalog's table: a group of rows a key industry, in order, and the signs that stand in it.
  var table: [String: Any] {
    var groups: [(name: String, rows: [[String: Any]])] = []
    for entry in catalog.entries {
      let name = entry.industry.isEmpty ? texts(.catalogByExperts) : entry.industry
      if groups.last?.name != name { groups.append((name, [])) }
      groups[groups.count - 1].rows.append(full(entry))
    }
    let own: [String: Any] = [
      "columns": hasCounts ? "10" : "7",
      "groups": groups.map { ["name": $0.name, "count": "\($0.rows.count)", "entries": $0.rows] },
    ]
    return own.merging(signs(groups.flatMap(\.rows))) { first, _ in first }
  }

  /// A ranking: what is short and not in the catalog. The dots of all its rows share a scale.
  func short(_ entries: [CatalogEntry], id: String, hasRanks: Bool) -> [String: Any] {
    let greatest =
      entries.filter { catalog.sight($0.unit.occupation).shows(.counts) }
      .map { max($0.unit.figures.demand, $0.unit.figures.seekers) }.max() ?? 0
    let rows = entries.enumerated().map { index, entry in
      common(entry).merging(
        [
          "number": "\(index + 1)", "last_rank": entry.previous?.rank.map(String.init) ?? texts(.catalogNewRank),
          "drawing": drawing(entry, greatest) ?? false,
        ]) { first, _ in first }
    }
    let rest = entries.dropFirst(CatalogRows.open)
    let folded: [String: Any] = [
      "count": "\(rest.count)", "levels": levels(rest), "rows": Array(rows.dropFirst(CatalogRows.open)),
    ]
    let own: [String: Any] = [
      "id": id, "count": "\(entries.count)", "levels": levels(entries[...]), "has_ranks": hasRanks,
      "rows": Array(rows.prefix(CatalogRows.open)), "folded": rest.isEmpty ? false : folded,
    ]
    return own.merging(signs(rows)) { first, _ in first }
  }

  /// 「重度紧缺 11 个、中度紧缺 7 个」: those levels that occur.
  private func levels(_ entries: ArraySlice<CatalogEntry>) -> String {
    let counts = ShortageLevel.allCases.reversed().compactMap { level -> String? in
      let count = entries.count { $0.level == level }
      return count == 0 ? nil : texts(.catalogCounted, ["name": level.name, "count": "\(count)"])
    }
    return texts.list(counts)
  }

  /// A legend speaks of the signs alone that stand above it.
  private func signs(_ rows: [[String: Any]]) -> [String: Any] {
    let cells = rows.flatMap(\.values).compactMap { $0 as? String }
    return [
      "has_hidden": cells.contains(Cell.suppressed.csv), "has_unknown": cells.contains(CatalogWording.unknown),
      "has_beyond": cells.contains { $0.hasPrefix(">") },
    ]
  }

  private func full(_ entry: CatalogEntry) -> [String: Any] {
    let (unit, wanted, warning) = (entry.unit, entry.wanted, entry.forecast?.warning)
    let sight = catalog.sight(unit.occupation)
    let gap = entry.forecast?.gap
    let warningKey = warning.map { "\($0.rawValue)" } ?? "0"
    let isChanged = entry.isOverridden && sight.shows(.points)
    var own: [String: Any] = [
      "subfield": said(entry.subfield), "job": wording.phrase(wanted.title, .title, sight),
      "category": said(entry.category.map(texts.name) ?? ""), "types": said(wording.types(unit.score.types)),
      "computed": isChanged ? unit.score.levelName : false, "experts": said(wording.kinds(entry)),
      "awaits": entry.awaitsWord, "is_unsure": entry.isUnsure && sight.shows(.points),
      "education": wording.phrase(wanted.education, .education, sight),
      "experience": wording.phrase(wanted.experience, .experience, sight),
      "duration": sight(.duration, CatalogWording.days(unit.figures)),
      "duration_key": key(
        .duration, sight, (unit.figures.durationDays ?? unit.figures.durationAtLeast).map(String.init)),
      "pay_key": key(.pay, sight, unit.profile.pay[0].map { "\($0)" }), "level_key": "\(entry.level.rawValue)",
      "index_key": key(.points, sight, unit.score.index.map(String.init)),
      "warning": warning.map { ["id": $0.id, "name": wording.warning($0)] } ?? false,
      "ahead_key": hasCounts ? key(.counts, sight, gap.map { "\($0.point)" }) : warningKey,
    ]
    if hasCounts {
      own["demand_key"] = key(.counts, sight, "\(unit.figures.demand)")
      own["fill"] = sight(.counts, CatalogWording.number(unit.figures.values[.fillRate], 1))
      own["gap"] = sight(.counts, wording.gap(gap))
    }
    return common(entry).merging(own) { first, _ in first }
  }

  /// What a column is sorted by; empty where it is not known.
  private func key(_ part: CatalogVisibility.Part, _ sight: CatalogVisibility, _ value: String?) -> String {
    sight.shows(part) ? value ?? "" : ""
  }

  /// What a section of the template is about; `false` leaves it out.
  private func said(_ text: String) -> Any { text.isEmpty ? false : text }

  private func common(_ entry: CatalogEntry) -> [String: Any] {
    let (figures, index) = (entry.unit.figures, entry.unit.score.index.map(String.init))
    let sight = catalog.sight(entry.unit.occupation)
    var own: [String: Any] = [
      "href": EvidencePage.path(of: entry.unit.occupation), "name": entry.unit.name, "code": entry.unit.occupation,
      "pay": sight(.pay, CatalogWording.briefPay(entry.unit.profile.pay)),
      "index": sight(.points, index ?? "X"), "bar": said(key(.points, sight, index)),
      "level": entry.level.id, "level_name": entry.level.name,
    ]
    // Nothing is said of counts to everybody, not even that they are hidden: their columns are not there.
    if hasCounts {
      own["demand"] = sight(.counts, CatalogWording.count(figures.demand))
      own["ratio"] = sight(.counts, CatalogWording.number(figures.values[.ratio], 2))
    }
    return own
  }

  /// Seekers and openings as two dots; nil where they are hidden.
  private func drawing(_ entry: CatalogEntry, _ greatest: Int) -> String? {
    guard catalog.sight(entry.unit.occupation).shows(.counts) else { return nil }
    let (demand, seekers) = (entry.unit.figures.demand, entry.unit.figures.seekers)
    let counts = ["demand": CatalogWording.count(demand), "seekers": CatalogWording.count(seekers)]
    return Dumbbell(
      from: Double(seekers), to: Double(demand), greatest: Double(greatest),
      summary: texts(.chartMarketPoint, counts)
    ).svg
  }
}
