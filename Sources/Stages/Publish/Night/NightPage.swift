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

  var context: [String: Any] {
    let status = NightStatus(report)
    let open = report.alerts.filter { $0.state != .cleared }
    let cleared = report.alerts.filter { $0.state == .cleared }
    let reasons = report.reasons.prefix(NightPage.shown)
    let moreReasons = report.reasons.count - reasons.count
    let more: [[String: Any]] = moreReasons > 0 ? [["count": moreReasons]] : []
    let previous: [[String: Any]] = report.previous.map { [["day": $0.iso]] } ?? []
    return [
      "lang": Language.zh.tag, "style": templates.style, "text": templates.texts.all(.zh), "title": report.title,
      "day": report.day.iso, "started": report.started, "summary": summary(status),
      "figures": figures(status),
      "work": table(open.filter { !$0.content.kind.isMarket }, name: "要处理的", empty: "没有要处理的事。"),
      "market": table(open.filter(\.content.kind.isMarket), name: "市场情况", empty: "没有超出范围的。"),
      "cleared": cleared.map(row), "has_cleared": !cleared.isEmpty, "trends": trends, "has_trends": !trends.isEmpty,
      "sources": report.sources.map(source), "reasons": reasons.map(reason), "has_reasons": !reasons.isEmpty,
      "more_reasons": more,
      "notes": notes, "has_notes": !notes.isEmpty, "made": report.made, "has_made": !report.made.isEmpty,
      "previous": previous,
    ]
  }

  /// The first sentence: what a person in a hurry reads.
  private func summary(_ status: NightStatus) -> String {
    let came =
      status.total.files == 0
      ? "没有新文件" : "收取 \(status.total.files) 个文件, \(text(status.total.rows)) 行, 退回 \(text(status.total.rejected)) 行"
    let work = report.alerts.filter { !$0.content.kind.isMarket && $0.state != .cleared }
    let toDo = work.isEmpty ? "没有要处理的事" : "要处理 \(work.count) 件, 其中新的 \(work.count { $0.state == .new }) 件"
    let market = report.alerts.count { $0.content.kind.isMarket && $0.state == .new }
    return "\(came); \(toDo); \(market == 0 ? "市场没有新情况" : "市场新情况 \(market) 件")。"
  }

  private func figures(_ status: NightStatus) -> [[String: Any]] {
    [
      ("新提示", report.count(.new)), ("仍在", report.count(.still)), ("已解除", report.count(.cleared)),
      ("收取行数", status.total.rows), ("退回行数", status.total.rejected),
    ].map { ["name": $0, "value": text($1)] }
  }

  private func table(_ alerts: [Alert], name: String, empty: String) -> [String: Any] {
    let rest = alerts.dropFirst(NightPage.shown)
    return [
      "name": name, "empty": empty, "has_rows": !alerts.isEmpty, "rows": alerts.prefix(NightPage.shown).map(row),
      "has_rest": !rest.isEmpty, "count": rest.count, "rest": rest.map(row),
    ]
  }

  private func row(_ alert: Alert) -> [String: Any] {
    let content = alert.content
    let since = alert.occurrence > 1 ? "\(alert.firstSeen.iso) (第 \(alert.occurrence) 次)" : alert.firstSeen.iso
    return [
      "state": alert.state.rawValue, "state_name": alert.state.label, "kind": content.kind.label,
      "title": content.title, "figure": content.figure, "reason": content.reason, "place": content.place,
      "since": since,
    ]
  }

  private func source(_ source: NightReport.Source) -> [String: Any] {
    let counts = source.recentRows
    let summary = "最近 \(counts.count) 个文件的行数, 从 \(counts.first ?? 0) 到 \(counts.last ?? 0)"
    return [
      "title": source.title, "files": text(source.files), "rows": text(source.rows),
      "accepted": text(source.accepted), "rejected": text(source.rejected), "duplicate": text(source.duplicate),
      "unchanged": text(source.unchanged), "last": source.lastTaken?.iso ?? "未收过", "is_new": source.files > 0,
      "sparkline": Sparkline(counts.map(Double.init), summary: summary, startsAtZero: true).svg,
    ]
  }

  private func reason(_ reason: NightReport.Reason) -> [String: Any] {
    [
      "source": reason.source,
      "file": reason.files > 1 ? "\(reason.file) 等 \(reason.files) 个" : reason.file, "message": reason.message,
      "rows": text(reason.rows),
      "href": RelativeLink.path(from: folder, to: reason.list),
    ]
  }

  private var trends: [[String: Any]] {
    let trend = report.trend
    guard let last = trend.months.last, trend.months.count > 1 else { return [] }
    let ratios = zip(trend.demand, trend.seekers).map { $1 > 0 ? Double($0) / Double($1) : 0 }
    func entry(_ name: String, _ values: [Double], _ decimals: Int) -> [String: Any] {
      let now = NumberText.fixed(values.last ?? 0, decimals: decimals, separator: ",")
      return [
        "name": name, "value": now, "until": last.nameZh,
        "sparkline": Sparkline(values, summary: "\(name)近 \(values.count) 个月, 最后为 \(now)").svg,
      ]
    }
    return [
      entry("需求人数", trend.demand.map(Double.init), 0), entry("求职人数", trend.seekers.map(Double.init), 0),
      entry("求人倍率", ratios, 2),
    ]
  }

  /// A line a night; of a long gap one line.
  private var missed: [String] {
    let ends = " 没有运行; 其间的文件由这一次收取"
    guard report.missed.count > NightPage.shown, let first = report.missed.first, let last = report.missed.last else {
      return report.missed.map { $0.iso + ends }
    }
    return ["\(first.iso) 至 \(last.iso) (\(report.missed.count) 夜)" + ends]
  }

  private var notes: [String] {
    missed + report.waiting.map { "\($0): 可能还在写入, 下次再收" }
      + report.notes
  }

  private func text(_ count: Int) -> String { NumberText.fixed(Double(count), decimals: 0, separator: ",") }
}
