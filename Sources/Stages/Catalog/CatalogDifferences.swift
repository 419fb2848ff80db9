import Domain

/// What changed on the last final edition, and which indicator moved the level.
struct CatalogDifferences {
  /// New ones first, then those raised, lowered and dropped; each by code.
  let changes: [CatalogChange]

  /// - Parameters:
  ///   - struck: codes that experts struck off.
  ///   - units: all units of the new edition, by code.
  ///   - weights: of the indicators.
  init(
    _ previous: PreviousCatalog, _ entries: [CatalogEntry], struck: Set<String>, _ units: [String: ShortageUnit],
    weights: [ShortageIndicator: Double]
  ) {
    let now = Dictionary(uniqueKeysWithValues: entries.map { ($0.unit.occupation, $0) })
    let codes = Set(now.keys).union(previous.entries.values.filter { $0.level != .none }.map(\.occupation))
    changes = codes.sorted().compactMap { code -> CatalogChange? in
      let (entry, before) = (now[code], previous.entries[code])
      let (from, to) = (before?.level ?? .none, entry?.level ?? .none)
      guard from != to else { return nil }
      let kind: CatalogChange.Kind = from == .none ? .new : to == .none ? .dropped : to > from ? .raised : .lowered
      return CatalogChange(
        kind: kind, occupation: code, name: entry?.unit.name ?? before?.name ?? "", from: from, to: to,
        // The points of one that is there without any were hidden.
        moved: before?.points.isEmpty == true
          ? [] : CatalogDifferences.moved(before?.points ?? [:], units[code]?.score.points ?? [:], weights),
        isByExperts: entry?.isOverridden ?? struck.contains(code))
    }.sorted { CatalogDifferences.order($0) < CatalogDifferences.order($1) }
  }

  private static func moved(
    _ before: [ShortageIndicator: Int], _ now: [ShortageIndicator: Int], _ weights: [ShortageIndicator: Double]
  ) -> [(indicator: ShortageIndicator, from: Int?, to: Int?)] {
    func weight(_ move: (indicator: ShortageIndicator, from: Int?, to: Int?)) -> Double {
      Double(abs((move.to ?? 0) - (move.from ?? 0))) * (weights[move.indicator] ?? 0)
    }
    return ShortageIndicator.allCases.filter { before[$0] != now[$0] }.map { ($0, before[$0], now[$0]) }
      .sorted { weight($0) > weight($1) }
  }

  private static func order(_ change: CatalogChange) -> (Int, String) {
    let kinds: [CatalogChange.Kind] = [.new, .raised, .lowered, .dropped]
    return (kinds.firstIndex(of: change.kind) ?? 0, change.occupation)
  }
}
