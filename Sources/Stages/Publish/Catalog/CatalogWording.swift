import Documents
import Domain

/// How pages and tables of the catalog say figures. The catalog is Chinese.
enum CatalogWording {
  static let unknown = "…"

  static func count(_ value: Int) -> String { PrintedCell.number(Double(value), 0) }

  static func number(_ value: Double?, _ decimals: Int) -> String {
    value.map { PrintedCell.number(Rounding.round($0, decimals: decimals), decimals) } ?? unknown
  }

  /// 「41.2 %」 of an indicator.
  static func value(_ value: Double?, of indicator: ShortageIndicator) -> String {
    guard let value else { return unknown }
    let isSigned = indicator == .payGrowth
    let text = PrintedCell.number(Rounding.round(value, decimals: indicator.decimals), indicator.decimals, isSigned)
    return indicator.unit.isEmpty ? text : "\(text) \(indicator.unit)"
  }

  /// 「本科（62%）」; the share is left out where counts are hidden.
  static func phrase(
    _ phrase: CatalogRequirements.Phrase?, _ part: CatalogSight.Part, _ sight: CatalogSight, unknown: String = unknown
  ) -> String {
    sight(part, phrase.map { sight.shows(.counts) ? "\($0.text)（\(percent($0.share))）" : $0.text } ?? unknown)
  }

  static func percent(_ share: Double) -> String {
    "\(PrintedCell.number(Rounding.round(share * 100, decimals: 0), 0))%"
  }

  /// 「56」 days, or 「>90」 where more than half of the openings were still vacant at the end.
  static func days(_ figures: ShortageFigures) -> String {
    figures.durationDays.map { "\($0)" } ?? figures.durationAtLeast.map { ">\($0)" } ?? unknown
  }

  /// With as few decimals as the number has: 「2」, 「0.9」.
  static func plain(_ value: Double?, _ most: Int = 2) -> String {
    let text = number(value, most)
    guard text.contains(".") else { return text }
    let kept = text.reversed().drop { $0 == "0" }
    return String((kept.first == "." ? kept.dropFirst() : kept).reversed())
  }

  /// 「5,500–8,000」
  static func pay(_ pay: [Double?]) -> String {
    guard pay.count == 3, let low = pay[0], let high = pay[2] else { return unknown }
    return "\(number(low, 0))–\(number(high, 0))"
  }

  /// 「★★★☆☆」 as text that a screen reader can say.
  static func stars(_ count: Int) -> String { String(repeating: "★", count: count) }

  static func types(_ types: [ShortageType]) -> String { types.map(\.name).joined(separator: "、") }

  /// 「120（−40 至 260）」: the median and the 80 % interval.
  static func gap(_ step: OutlookStep?) -> String {
    step.map { "\(number($0.point, 0))（\(number($0.low80, 0)) 至 \(number($0.high80, 0))）" } ?? unknown
  }

  static func warning(_ level: WarningLevel?, _ texts: Texts) -> String {
    level.map { OutlookWording(texts: texts, language: .zh).name(of: $0) } ?? "无"
  }

  /// 「中度紧缺 ↑」 of the last edition and what became of it.
  static func change(_ entry: CatalogEntry, hasPrevious: Bool) -> String {
    guard hasPrevious else { return "首次编制" }
    let before = entry.previous?.level ?? .none
    switch (before, entry.level) {
    case (.none, _): return "新增"
    case (let from, let to) where to > from: return "\(from.name)，上调"
    case (let from, let to) where to < from: return "\(from.name)，下调"
    default: return "\(before.name)，未变"
    }
  }

  /// What the level rests on: the data, and the experts' word.
  static func basis(_ entry: CatalogEntry, _ sight: CatalogSight) -> String {
    let score = entry.unit.score
    let data = sight(.points, score.isUnassessed ? "数据不足（X）" : "\(score.coverage)/6 项指标")
    guard !entry.opinions.isEmpty else { return entry.awaitsWord ? "\(data)；待专家确认" : data }
    let override = entry.isOverridden && sight.shows(.points) ? "（计算为\(score.levelName)）" : ""
    return "\(data)；专家：\(kinds(entry))\(override)"
  }

  /// 「同意2、提高1」: how many experts said what.
  static func kinds(_ entry: CatalogEntry) -> String {
    Opinion.Kind.allCases.compactMap { kind -> String? in
      let count = entry.opinions.count { $0.kind == kind }
      return count > 0 ? "\(kind.name)\(count)" : nil
    }.joined(separator: "、")
  }

  /// What an expert said, named only in a draft.
  static func opinion(_ opinion: Opinion, _ expert: Expert?, isDraft: Bool) -> String {
    let who = isDraft ? "\(opinion.expert) \(expert?.name ?? "")：" : "专家："
    let level = opinion.level.map { "为\($0.name)" } ?? ""
    let reason = opinion.reason.isEmpty ? "" : "，\(opinion.reason)"
    return "\(who)\(opinion.kind.name)\(level)\(reason)（\(opinion.day.iso)）"
  }
}
