import Domain

/// What changed on the last final edition, and which indicator moved the level.
struct CatalogDifferences {
  /// New ones first, then those raised, lowered and dropped; each by code.
  let changes: [CatalogChange]

  /// - Parameter units: all units of the new edition, by code.
  init(_ previous: PreviousCatalog, _ entries: [CatalogEntry], _ units: [String: ShortageUnit]) {
    let now = Dictionary(uniqueKeysWithValues: entries.map { ($0.unit.occupation, $0) })
    let codes = Set(now.keys).union(previous.entries.values.filter { $0.level != .none }.map(\.occupation))
    changes = codes.sorted().compactMap { code -> CatalogChange? in
      let (entry, before) = (now[code], previous.entries[code])
      let (from, to) = (before?.level ?? .none, entry?.level ?? .none)
      guard from != to else { return nil }
      let kind: CatalogChange.Kind = from == .none ? .new : to == .none ? .dropped : to > from ? .raised : .lowered
      return CatalogChange(
        kind: kind, occupation: code, name: entry?.unit.name ?? before?.name ?? "", from: from, to: to,
        moved: CatalogDifferences.moved(before?.points ?? [:], units[code]?.score.points ?? [:]),
        isByExperts: entry?.isOverridden ?? (units[code].map { $0.score.level != .none } ?? false))
    }.sorted { CatalogDifferences.order($0) < CatalogDifferences.order($1) }
  }

  private static func moved(
    _ before: [ShortageIndicator: Int], _ now: [ShortageIndicator: Int]
  ) -> [(indicator: ShortageIndicator, from: Int?, to: Int?)] {
    ShortageIndicator.allCases.filter { before[$0] != now[$0] }
      .map { ($0, before[$0], now[$0]) }
      .sorted { abs(($0.2 ?? 0) - ($0.1 ?? 0)) > abs(($1.2 ?? 0) - ($1.1 ?? 0)) }
  }

  private static func order(_ change: CatalogChange) -> (Int, String) {
    let kinds: [CatalogChange.Kind] = [.new, .raised, .lowered, .dropped]
    return (kinds.firstIndex(of: change.kind) ?? 0, change.occupation)
  }
}
