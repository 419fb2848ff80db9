import Documents
import Domain
import Foundation

/// What `nightly.mustache` is filled with.
struct NightPage {
  static let path = "index.html"
  /// Rows of a table that are shown at once; the others are folded away, so that the page is read in two minutes.
  private static let shown = 10

  let report: NightReport
  let templates: TemplateSet
  /// Folder of the page, which links to the lists of rejects are relative to.
  let folder: String

  private var texts: Texts { templates.texts }

  var context: [String: Any] {
    let status = NightStatus(report)
    let open = report.alerts.filter { $0.state != .cleared }
    let cleared = report.alerts.filter { $0.state == .cleared }
    let reasons = report.reasons.prefix(NightPage.shown)
    let moreReasons = report.reasons.count - reasons.count
    let more: [[String: Any]] = moreReasons > 0 ? [["count": moreReasons]] : []
    let moreNotes = notes.dropFirst(NightPage.shown)
    return [
      "lang": Language.zh.tag, "style": templates.style,
      "foot": PageFoot("\(report.title) · \(Language.zh.date(report.day))").context, "text": templates.texts.all(.zh),
      "title": report.title,
      "day": Language.zh.date(report.day),
      "publisher": report.publisher.map { $0 as Any } ?? false, "bar": bar, "started": report.started,
      "headline": headline, "came": came(status.total), "figures": figures(status),
      "work": table(open.filter { !$0.content.kind.isMarket }, .tableWork, empty: .tableWorkEmpty),
      "market": table(open.filter(\.content.kind.isMarket), .tableMarket, empty: .tableMarketEmpty),
      "cleared": cleared.map(row), "has_cleared": !cleared.isEmpty, "trends": trends, "has_trends": !trends.isEmpty,
      "sources": report.sources.map(source), "reasons": reasons.map(reason), "has_reasons": !reasons.isEmpty,
      "more_reasons": more,
      "notes": Array(notes.prefix(NightPage.shown)), "has_notes": !notes.isEmpty,
      "more_notes": moreNotes.isEmpty
        ? false : ["count": moreNotes.count, "notes": Array(moreNotes)] as [String: Any],
      "made": report.made, "has_made": !report.made.isEmpty,
    ]
  }

  /// The night before, where there is a page of it, and this one.
  private var bar: [[String: Any]] {
    let before = report.previous.map {
      EditionBar.entry("previous", Language.zh.date($0), "../\($0.iso)/\(NightPage.path)", in: .zh)
    }
    return [before, EditionBar.entry("current", Language.zh.date(report.day), nil, in: .zh)].compactMap { $0 }
  }

  private func came(_ total: NightStatus.Counts) -> String {
    guard total.files > 0 else { return texts(.nightCameNothing) }
    return texts(
      .nightCame, ["files": "\(total.files)", "rows": text(total.rows), "rejected": text(total.rejected)])
  }

  /// What a person in a hurry reads.
  private var headline: String {
    let work = report.alerts.filter { !$0.content.kind.isMarket && $0.state != .cleared }
    let new = work.count { $0.state == .new }
    let toDo =
      work.isEmpty ? texts(.nightNoWork) : texts(.nightWork, ["count": "\(work.count)", "new": "\(new)"])
    let market = report.alerts.count { $0.content.kind.isMarket && $0.state == .new }
    let news = market == 0 ? texts(.nightNoMarket) : texts(.nightMarket, ["count": "\(market)"])
    return texts(.nightHeadline, ["work": toDo, "market": news])
  }

  private func figures(_ status: NightStatus) -> [[String: Any]] {
    let own: [(NightText, Int)] = [
      (.figureNew, report.count(.new)), (.figureStill, report.count(.still)), (.figureCleared, report.count(.cleared)),
      (.figureRows, status.total.rows), (.figureRejected, status.total.rejected),
    ]
    return own.map { ["name": texts($0), "value": text($1)] }
  }

  private func table(_ alerts: [Alert], _ name: NightText, empty: NightText) -> [String: Any] {
    let rest = alerts.dropFirst(NightPage.shown)
    return [
      "name": texts(name), "empty": texts(empty), "has_rows": !alerts.isEmpty,
      "rows": alerts.prefix(NightPage.shown).map(row),
      "has_rest": !rest.isEmpty, "count": rest.count, "rest": rest.map(row),
    ]
  }

  private func row(_ alert: Alert) -> [String: Any] {
    let content = alert.content
    let first = alert.firstSeen.iso
    let since = alert.occurrence > 1 ? texts(.sinceAgain, ["day": first, "count": "\(alert.occurrence)"]) : first
    return [
      "state": alert.state.rawValue, "state_name": texts.name(alert.state), "kind": texts.name(content.kind),
      "title": content.title, "figure": content.figure, "reason": content.reason, "place": content.place,
      "since": since,
    ]
  }

  private func source(_ source: NightReport.Source) -> [String: Any] {
    let counts = source.recentRows
    let summary = texts(
      .sourceRows,
      ["count": "\(counts.count)", "first": "\(counts.first ?? 0)", "last": "\(counts.last ?? 0)"])
    return [
      "title": source.title, "files": text(source.files), "rows": text(source.rows),
      "accepted": text(source.accepted), "rejected": text(source.rejected), "duplicate": text(source.duplicate),
      "unchanged": text(source.unchanged), "skipped": text(source.skipped),
      "last": source.lastTaken?.iso ?? texts(.sourceNever),
      "is_new": source.files > 0,
      "sparkline": Sparkline(counts.map(Double.init), summary: summary, startsAtZero: true).svg,
    ]
  }

  private func reason(_ reason: NightReport.Reason) -> [String: Any] {
    [
      "source": reason.source,
      "file": reason.files > 1
        ? texts(.reasonFiles, ["file": reason.file, "count": "\(reason.files)"]) : reason.file,
      "message": reason.message,
      "rows": text(reason.rows),
      "href": RelativeLink.path(from: folder, to: reason.list),
    ]
  }

  private var trends: [[String: Any]] {
    let trend = report.trend
    guard let last = trend.months.last, trend.months.count > 1 else { return [] }
    let ratios = zip(trend.demand, trend.seekers).map { $1 > 0 ? Double($0) / Double($1) : 0 }
    func entry(_ key: NightText, _ values: [Double], _ decimals: Int) -> [String: Any] {
      let name = texts(key)
      let now = NumberText.fixed(values.last ?? 0, decimals: decimals, separator: ",")
      let summary = texts(.trendSummary, ["name": name, "count": "\(values.count)", "last": now])
      return [
        "name": name, "value": now, "until": last.nameZh,
        "sparkline": Sparkline(values, summary: summary).svg,
      ]
    }
    return [
      entry(.demand, trend.demand.map(Double.init), 0), entry(.seekers, trend.seekers.map(Double.init), 0),
      entry(.ratio, ratios, 2),
    ]
  }

  /// A line a night; of a long gap one line.
  private var missed: [String] {
    guard report.missed.count > NightPage.shown, let first = report.missed.first, let last = report.missed.last else {
      return report.missed.map { texts(.missedNight, ["day": $0.iso]) }
    }
    return [
      texts(.missedNights, ["first": first.iso, "last": last.iso, "count": "\(report.missed.count)"])
    ]
  }

  private var notes: [String] {
    missed + report.waiting.map { texts(.noteWaiting, ["file": $0]) }
      + report.notes
  }

  private func text(_ count: Int) -> String { NumberText.fixed(Double(count), decimals: 0, separator: ",") }
}
