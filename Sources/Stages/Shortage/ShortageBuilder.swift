import Domain
import Warehouse

/// Computes the shortage index of a city over the four quarters that end with a given one.
public struct ShortageBuilder {
  private let db: Database
  private let book: CodeBook
  private let rules: ShortageRules
  private let region: RegionRange

  /// Quarters before the window's last that are looked at: twelve of a chart, each with the three before it.
  private static let reach = 14
  /// Steps back of the stability.
  private static let steps = 4

  /// - Parameter region: 6 digits; one that ends in 00 stands for all of its counties.
  /// - Throws: `PipelineError` TF402 where it is no region code.
  public init(_ db: Database, book: CodeBook, rules: ShortageRules, region: String) throws {
    guard let range = RegionRange(region) else {
      throw PipelineError(.unknownRegion, .config, at: region, "不是六位区划代码", remedy: "写成 450600")
    }
    self.db = db
    self.book = book
    self.rules = rules
    self.region = range
  }

  /// Reads the warehouse, writes nothing: `ShortageStore.save` keeps the outcome and freezes a new base.
  ///
  /// - Parameter last: the quarter in which the window ends.
  /// - Throws: `PipelineError` TF405 where that quarter has no postings, TF406 and TF407 of the base; `DatabaseError`.
  public func build(_ last: Period) throws -> ShortageReport {
    let end = last.ordinal
    let stored = try ShortageBaseYear.stored(db, rules: rules, region: region)
    let first =
      stored == nil
      ? min(end - ShortageBuilder.reach, ShortageBaseYear.quarters(rules).lowerBound - 4)
      : end - ShortageBuilder.reach
    if stored == nil, ShortageBaseYear.quarters(rules).upperBound > end {
      throw PipelineError(
        .unfitBaseYear, .config, at: "shortage.yaml", "基期 \(rules.baseYear) 年在 \(last) 之后",
        remedy: "改选已经结束的一年 (base 的 year)")
    }
    let market = try ShortageMarket(db, region: region, quarters: (first - 4)...end)
    guard market.leaves.numbers.indices.contains(where: { market.demand.stock($0, end...end).registered > 0 }) else {
      throw PipelineError(
        .emptyQuarter, .noInput, at: "\(last)", "这一季没有登记岗位, 不能计算紧缺指数", remedy: "检查 --period, 或先收取这一季的导出")
    }
    let postings = try ShortagePostings(db, region: region, quarters: first...end, leaves: market.leaves)
    let base = try stored ?? ShortageBaseYear.taken(market, postings, rules: rules)
    return try report(market, postings, base, last)
  }

  private func report(
    _ market: ShortageMarket, _ postings: ShortagePostings, _ base: ShortageBase, _ last: Period
  ) throws -> ShortageReport {
    let scoring = ShortageScoring(rules: rules, base: base)
    let window = ShortageWindow(market, postings, rules: rules, last: last.ordinal)
    let units = try units(window, market, postings, scoring)
    return ShortageReport(
      window: window.quarters.map { Period(unit: .quarter, ordinal: $0) }, base: base,
      cityDuration: window.city.duration, cityPayGrowth: window.city.payGrowth, units: units,
      sensitivity: ShortageSensitivity(scoring).runs(units),
      stability: stability(of: units, market, postings, by: scoring, until: last.ordinal),
      pooled: try pooled(window, market))
  }

  private func units(
    _ window: ShortageWindow, _ market: ShortageMarket, _ postings: ShortagePostings, _ scoring: ShortageScoring
  ) throws -> [ShortageUnit] {
    let items = window.items()
    let names = try book.list("occupations")
    let graduates = try GraduateCounts(db, region: region, quarters: window.quarters)
    let profiles = try ProfileBuilder(
      db, units: items.map { postings.of($0.unit.places, window.span) }, talent: TalentCodes(rules.talent, book: book))
    let history = ShortageHistory(market, postings, last: window.quarters.upperBound)
    return items.enumerated().map { index, item in
      var figures = item.figures
      figures.graduateShare = graduates.share(item.unit.places.map { market.leaves.numbers[$0] })
      return ShortageUnit(
        occupation: item.unit.code, name: names.entry(code: item.unit.code)?.name ?? item.unit.code,
        members: item.unit.isRest ? members(item.unit, market).map(\.code) : [], figures: figures,
        score: scoring.score(figures, isOccupation: item.unit.isOccupation), profile: profiles.profile(index),
        history: history.steps(item.unit.places))
    }
  }

  /// The 细类 that a rest is made of.
  private func members(_ unit: ShortagePartition.Unit, _ market: ShortageMarket) -> [(code: String, place: Int)] {
    unit.places.map { (code: CodeNumber.occupationCode(market.leaves.numbers[$0]), place: $0) }
      .filter { CodeNumber.occupationLevel($0.code) == 4 }.sorted { $0.code < $1.code }
  }

  private func pooled(_ window: ShortageWindow, _ market: ShortageMarket) throws -> [ShortageMember] {
    let names = try book.list("occupations")
    return window.partition.units.filter(\.isRest).flatMap { unit in
      members(unit, market).map { code, place in
        let figures = window.figures([place])
        return ShortageMember(
          occupation: code, name: names.entry(code: code)?.name ?? code, unit: unit.code, demand: figures.demand,
          seekers: figures.seekers, openings: figures.openings, employers: figures.employers)
      }
    }
  }

  /// Levels of windows that end in successive quarters, as the data are known now.
  private func stability(
    of units: [ShortageUnit], _ market: ShortageMarket, _ postings: ShortagePostings, by scoring: ShortageScoring,
    until end: Int
  ) -> [StabilityStep] {
    guard let known = market.firstKnown else { return [] }
    var later = ShortageBuilder.levels(units.map { ($0.occupation, $0.score) })
    var steps: [StabilityStep] = []
    for last in stride(from: end - 1, through: end - ShortageBuilder.steps, by: -1) where last - 3 >= known {
      let window = ShortageWindow(market, postings, rules: rules, last: last)
      let earlier = ShortageBuilder.levels(
        window.items().map { ($0.unit.code, scoring.score($0.figures, isOccupation: $0.unit.isOccupation)) })
      let both = later.keys.filter { earlier[$0] != nil }
      steps.append(
        StabilityStep(
          period: Period(unit: .quarter, ordinal: last + 1), units: both.count,
          flipped: both.count { earlier[$0] != later[$0] }))
      later = earlier
    }
    return steps.reversed()
  }

  private static func levels(_ scores: [(String, ShortageScore)]) -> [String: ShortageLevel] {
    Dictionary(uniqueKeysWithValues: scores.filter { !$0.1.isUnassessed }.map { ($0.0, $0.1.level) })
  }
}
