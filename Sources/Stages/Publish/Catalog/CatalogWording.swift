import Documents
import Domain

/// How pages and tables of the catalog say figures. The catalog is Chinese.
struct CatalogWording {
  let texts: Texts

  init(_ texts: Texts) { self.texts = texts }

  static let unknown = "…"

  static func count(_ value: Int) -> String { PrintedCell.number(Double(value), 0) }

  static func number(_ value: Double?, _ decimals: Int) -> String {
    value.map { PrintedCell.number(Rounding.round($0, decimals: decimals), decimals) } ?? unknown
  }

  /// 「41.2 %」 of an indicator.
  func value(_ value: Double?, of indicator: ShortageIndicator) -> String {
    guard let value else { return Self.unknown }
    let isSigned = indicator == .payGrowth
    let text = PrintedCell.number(Rounding.round(value, decimals: indicator.decimals), indicator.decimals, isSigned)
    return indicator.hasUnit ? "\(text) \(texts.unit(indicator))" : text
  }

  /// 「本科（62%）」; the share is left out where counts are hidden.
  func phrase(
    _ phrase: CatalogRequirements.Phrase?, _ part: CatalogVisibility.Part, _ sight: CatalogVisibility,
    unknown: String = Self.unknown
  ) -> String {
    guard let phrase else { return sight(part, unknown) }
    guard sight.shows(.counts) else { return sight(part, phrase.text) }
    return sight(part, texts(.phraseShare, ["text": phrase.text, "share": Self.percent(phrase.share)]))
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

  /// As `pay`; one number where both ends are the same.
  static func briefPay(_ pay: [Double?]) -> String {
    guard pay.count == 3, let low = pay[0], let high = pay[2], number(low, 0) == number(high, 0) else {
      return self.pay(pay)
    }
    return number(low, 0)
  }

  /// 「★★★☆☆」 as text that a screen reader can say.
  static func stars(_ count: Int) -> String { String(repeating: "★", count: count) }

  func types(_ types: [ShortageType]) -> String { texts.list(types.map(texts.name)) }

  /// 「120（−40 至 260）」: the median and the 80 % interval.
  func gap(_ step: OutlookStep?) -> String {
    guard let step else { return Self.unknown }
    let (low, high) = (Self.number(step.low80, 0), Self.number(step.high80, 0))
    return texts(.gapInterval, ["point": Self.number(step.point, 0), "low": low, "high": high])
  }

  func warning(_ level: WarningLevel?) -> String {
    level.map { OutlookWording(texts: texts, language: .zh).name(of: $0) } ?? texts(.none)
  }

  /// 「中度紧缺 ↑」 of the last edition and what became of it.
  func change(_ entry: CatalogEntry, hasPrevious: Bool) -> String {
    guard hasPrevious else { return texts(.standingFirst) }
    let before = entry.previous?.level ?? .none
    switch (before, entry.level) {
    case (.none, _): return texts(.standingNew)
    case (let from, let to) where to > from: return texts(.standingRaised, ["level": from.name])
    case (let from, let to) where to < from: return texts(.standingLowered, ["level": from.name])
    default: return texts(.standingSame, ["level": before.name])
    }
  }

  /// What the level rests on: the data, and the experts' word.
  func basis(_ entry: CatalogEntry, _ sight: CatalogVisibility) -> String {
    let score = entry.unit.score
    let coverage =
      score.isUnassessed ? texts(.basisInsufficient) : texts(.basisIndicators, ["count": "\(score.coverage)"])
    let data = sight(.points, entry.isUnsure ? texts(.basisUnsure, ["data": coverage]) : coverage)
    guard !entry.opinions.isEmpty else {
      return entry.awaitsWord ? texts(.basisUnconfirmed, ["data": data]) : data
    }
    guard entry.isOverridden, sight.shows(.points) else {
      return texts(.basisExperts, ["data": data, "opinions": kinds(entry)])
    }
    return texts(.basisOverridden, ["data": data, "opinions": kinds(entry), "level": score.levelName])
  }

  /// 「同意2、提高1」: how many experts said what.
  func kinds(_ entry: CatalogEntry) -> String {
    texts.list(
      Opinion.Kind.allCases.compactMap { kind -> String? in
        let count = entry.opinions.count { $0.kind == kind }
        return count > 0 ? "\(kind.name)\(count)" : nil
      })
  }

  /// What an expert said, named only in a draft.
  func opinion(_ opinion: Opinion, _ expert: Expert?, isDraft: Bool) -> String {
    let level = opinion.level.map { texts(.opinionLevel, ["level": $0.name]) } ?? ""
    let reason = opinion.reason.isEmpty ? "" : texts(.opinionReason, ["reason": opinion.reason])
    let (word, day) = (opinion.kind.name + level + reason, opinion.day.iso)
    guard isDraft else { return texts(.opinionUnnamed, ["word": word, "day": day]) }
    return texts(.opinionNamed, ["expert": opinion.expert, "name": expert?.name ?? "", "word": word, "day": day])
  }
}
