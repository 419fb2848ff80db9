import Domain
import Warehouse

/// The frozen benchmark of I1: taken once from the base year, then kept whatever becomes of that year's data.
enum ShortageBaseYear {
  /// Units that quartiles need.
  private static let leastUnits = 4

  /// The base that holds under `rules`: the stored one, or nil where a new one is to be taken (none yet, or a new note).
  ///
  /// - Throws: `PipelineError` TF407 where the year is another one under the old note.
  static func stored(_ db: Database, rules: ShortageRules, region: RegionRange) throws -> ShortageBase? {
    guard let base = try ShortageStore.base(db, region: region.code), base.note == rules.baseNote else { return nil }
    guard base.year == rules.baseYear else {
      throw PipelineError(
        .changedBaseYear, .config, at: "shortage.yaml",
        "基期年由 \(base.year) 改为 \(rules.baseYear), 但说明 (note) 没有改",
        remedy: "要换基期就在 base 的 note 中写明理由; 不换就改回 \(base.year)")
    }
    return base
  }

  /// Takes the quartiles of the ratio over the units of the base year above the floor.
  ///
  /// Between two ratios they are interpolated, as QUARTILE.INC of WPS and Excel does (Hyndman & Fan 1996, type 7).
  /// - Throws: `PipelineError` TF406 where the year lacks data.
  static func taken(_ market: ShortageMarket, _ postings: ShortagePostings, rules: ShortageRules) throws -> ShortageBase
  {
    let year = quarters(rules)
    let places = Array(market.leaves.numbers.indices)
    for quarter in year {
      let hasBoth = [market.demand, market.seekers].allSatisfy { side in
        places.contains { side.stock($0, quarter...quarter).registered > 0 }
      }
      guard hasBoth else {
        throw refusal(rules, "\(Period(unit: .quarter, ordinal: quarter)) 没有岗位或没有求职登记")
      }
    }
    let window = ShortageWindow(market, postings, rules: rules, last: year.upperBound)
    let ratios = window.items().filter { item in
      item.unit.isOccupation && item.figures.openings >= rules.floor.openings
        && item.figures.employers >= rules.floor.employers
    }.compactMap { $0.figures.values[.ratio] }.sorted()
    guard ratios.count >= leastUnits else {
      throw refusal(rules, "达到评估下限的职业只有 \(ratios.count) 个")
    }
    return ShortageBase(
      year: rules.baseYear, quartiles: [0.25, 0.5, 0.75].map { quantile(ratios, $0) }, units: ratios.count,
      note: rules.baseNote)
  }

  /// Ordinals of the quarters of the base year.
  static func quarters(_ rules: ShortageRules) -> ClosedRange<Int> {
    (rules.baseYear * 4)...(rules.baseYear * 4 + 3)
  }

  private static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
  }

  private static func refusal(_ rules: ShortageRules, _ message: String) -> PipelineError {
    PipelineError(
      .unfitBaseYear, .config, at: "shortage.yaml", "不能以 \(rules.baseYear) 年为基期: \(message)",
      remedy: "改选四个季度数据都齐全的一年 (base 的 year), 或补收那一年的导出")
  }
}
