import Domain

/// The page of the match list: what is on it, by occupation, how points are given, who was left out, and what came of it.
struct MatchPage {
  static let path = "index.html"
  /// Rows that the page shows; the others stand in the CSV.
  static let shown = 200

  let report: MatchReport
  let current: (name: String, until: Day)?
  let kept: [MatchList.Former]
  let hits: [MatchHits.Count]
  let problems: [String]
  let title: String
  /// Of the final editions of the catalog, for people.
  let place: String
  let templates: TemplateSet

  private var texts: Texts { templates.texts }

  var summary: String {
    let edition = report.catalog?.name ?? ""
    switch report.reason {
    case .noData: return texts(.noData)
    case .noCatalog: return texts(.noCatalog, ["place": place])
    case .noShortage: return texts(.noShortage, ["edition": edition])
    case .noPosting: return texts(.noPosting, ["edition": edition])
    case .noSeeker: return texts(.noSeeker)
    case .noPair: return texts(.noPair)
    case nil:
      let postings = report.units.reduce(0) { $0 + $1.postings }
      return texts(.made, ["postings": "\(postings)", "pairs": "\(report.rows.count)"])
    }
  }

  var context: [String: Any] {
    let parts = MatchText.parts.map { texts($0) }
    let rest = max(0, report.rows.count - MatchPage.shown)
    let more: [[String: Any]] = rest > 0 ? [["count": rest]] : []
    let list: [[String: Any]] = current.map { [["href": $0.name, "until": $0.until.iso]] } ?? []
    return [
      "lang": Language.zh.tag, "style": templates.style, "text": texts.all(.zh), "title": title, "summary": summary,
      "day": report.day?.iso ?? "", "has_day": report.day != nil, "edition": report.catalog?.name ?? "",
      "has_edition": report.catalog != nil, "list": list, "has_list": current != nil,
      "postings": report.units.reduce(0) { $0 + $1.postings }, "openings": report.units.reduce(0) { $0 + $1.openings },
      "seekers": report.seekers, "pairs": report.rows.count,
      "units": report.units.map(unit), "has_units": !report.units.isEmpty, "good": Matcher.goodScore, "parts": parts,
      "groups": current == nil ? [] : groups, "columns": parts.count + 2, "more": more,
      "per_posting": Matcher.seekersPerPosting, "per_seeker": Matcher.postingsPerSeeker, "life": MatchList.life,
      "left": left, "has_left": !left.isEmpty, "bands": bands, "has_bands": !hits.isEmpty,
      "kept": kept.map { ["href": $0.name, "day": $0.day.iso, "until": $0.until.iso] }, "has_kept": !kept.isEmpty,
      "problems": problems, "has_problems": !problems.isEmpty, "hits_file": MatchHits.path,
    ]
  }

  private func unit(_ unit: MatchReport.Unit) -> [String: Any] {
    [
      "code": unit.shortage.occupation, "name": unit.shortage.name, "level": unit.shortage.level.name,
      "level_id": unit.shortage.level.id, "postings": unit.postings, "openings": unit.openings,
      "candidates": unit.candidates, "pairs": unit.pairs, "starved": unit.starved,
    ]
  }

  /// The first rows, by posting.
  private var groups: [[String: Any]] {
    var groups: [(first: MatchList.Row, rows: [[String: Any]])] = []
    for row in report.rows.prefix(MatchPage.shown) {
      if groups.last.map({ $0.first.posting == row.posting && $0.first.platform == row.platform }) != true {
        groups.append((row, []))
      }
      groups[groups.count - 1].rows.append(["seeker": row.seeker, "score": row.score, "parts": row.parts])
    }
    return groups.map { group in
      [
        "posting": group.first.posting, "platform": group.first.platform, "unit": group.first.unit.name,
        "rows": group.rows,
      ]
    }
  }

  /// What was left out, as far as there was any.
  private var left: [String] {
    let left = report.leftOut
    let counts: [(MatchText, Int)] = [
      (.leftUnsure, left.unsurePostings), (.leftUncoded, left.uncodedPostings),
      (.leftPlaceless, left.placelessPostings), (.leftRefused, left.refused),
      (.leftNotAsked, left.notAsked), (.leftHired, left.hired), (.leftOccupation, left.withoutOccupation),
    ]
    return counts.filter { $0.1 > 0 }.map { texts($0.0, ["count": "\($0.1)"]) }
  }

  private var bands: [[String: Any]] {
    MatchHits.bands.compactMap { band in
      let own = hits.filter { $0.band == band }
      let (rows, hired) = (own.reduce(0) { $0 + $1.rows }, own.reduce(0) { $0 + $1.hired })
      guard rows > 0 else { return nil }
      let permille = (hired * 2000 / rows + 1) / 2
      return [
        "name": MatchHits.name(band, texts), "rows": rows, "hired": hired, "rate": "\(permille / 10).\(permille % 10)",
      ]
    }
  }
}
