import Domain
import Forecasting
import Warehouse

/// Forecasts demand, seekers and gap of a city and its counties by occupation, and warns of shortages.
public struct OutlookBuilder {
  private let book: CodeBook
  private let rules: OutlookRules
  private let workers: Int
  private let interruption: Interruption

  /// - Parameter interruption: polled; its error is thrown soon after it is requested.
  public init(book: CodeBook, rules: OutlookRules, workers: Int, interruption: Interruption = Interruption()) {
    self.book = book
    self.rules = rules
    self.workers = workers
    self.interruption = interruption
  }

  /// - Parameters:
  ///   - origin: the last period that counts as known, a quarter or a month.
  ///   - regions: codes, the city first, then counties of it.
  /// - Returns: nil for other periods, and where openings or seekers are missing or there are fewer than two periods.
  /// - Throws: `PipelineError`, `DatabaseError`.
  public func build(_ db: Database, origin: Period, regions: [String]) throws -> Outlook? {
    guard [.quarter, .month].contains(origin.unit), let city = regions.first.flatMap(RegionRange.init),
      let history = try MarketHistory(db, region: city, last: origin), !history.leaves.isEmpty
    else { return nil }
    try check(regions, city)
    let tree = OccupationTree(history.leaves.map { ($0.region, Dimension.occupation.text($0.occupation)) })
    // A year ahead, with the season of a year.
    let horizon = origin.unit.perYear
    let calendar = newYear(history, horizon)
    func side(_ leaves: [[Double]]) throws -> SideForecast {
      try SideForecast(
        leaves, tree: tree, period: horizon, horizon: horizon, calendar: calendar, workers: workers,
        isCancelled: { [interruption] in interruption.error != nil }, check: interruption.check)
    }
    let (demand, seekers) = (try side(history.leaves.map(\.demand)), try side(history.leaves.map(\.seekers)))
    let steps = (1...horizon).map { origin.advanced(by: $0) }
    let market = OutlookMarket(tree: tree, demand: demand, seekers: seekers, steps: steps)
    let scores = OutlookScores(tree: tree).scores([("demand", demand), ("seekers", seekers)])
    return Outlook(
      origin: origin, steps: steps,
      regions: try regions.compactMap { try region($0, city, market, isTested: !scores.isEmpty) },
      scores: scores, thresholds: rules.chances,
      restsOnFewShocks: demand.restsOnFewShocks || seekers.restsOnFewShocks)
  }

  /// Regions after the first are forecast as parts of it.
  private func check(_ regions: [String], _ city: RegionRange) throws {
    for code in regions.dropFirst() {
      let isPart = CodeNumber.number(code).map(city.numbers.contains) ?? false
      guard isPart, RegionRange(code)?.numbers.count == 1 else {
        throw PipelineError(
          .forecastRegions, .config, at: "regions", "预测时 \(code) 应为 \(city.code) 之内的县(市、区)",
          remedy: "regions 先列市 (以 00 结尾), 再列它的各县; 或把 forecast 改为 false")
      }
    }
  }

  private func region(
    _ code: String, _ city: RegionRange, _ market: OutlookMarket, isTested: Bool
  ) throws -> OutlookRegion? {
    let number = code == city.code ? 0 : CodeNumber.number(code) ?? 0
    let list = try book.list("occupations")
    let subjects = market.subjects(region: number) { list.entry(code: $0)?.label ?? Label(zh: $0, en: $0) }
    guard let total = subjects.first(where: { $0.occupation.isEmpty }) else { return nil }
    let occupations = subjects.filter { !$0.occupation.isEmpty }
    let warned = isTested ? occupations.filter { $0.level == 4 } : []
    let warnings = warned.compactMap { rules.warning($0, steps: market.steps) }
    return OutlookRegion(
      code: code, total: total, occupations: occupations, warnings: warnings.sorted(by: OutlookBuilder.precedes))
  }

  /// The higher level first, then the greater chance: what readers see of every warning, so that the order tells no more.
  private static func precedes(_ left: OutlookWarning, _ right: OutlookWarning) -> Bool {
    func chance(_ warning: OutlookWarning) -> Double { warning.subject.chances.max() ?? 0 }
    if left.level != right.level { return left.level > right.level }
    if chance(left) != chance(right) { return chance(left) > chance(right) }
    return left.subject.occupation < right.subject.occupation
  }

  /// What the dates of the lunar new year do to the months, estimated on all openings; nil for quarters, and where it
  /// cannot be told.
  private func newYear(_ history: MarketHistory, _ horizon: Int) -> [Double]? {
    guard history.last.unit == .month, let count = history.leaves.first?.demand.count else { return nil }
    let total = (0..<count).map { step in history.leaves.reduce(0) { $0 + $1.demand[step] } }
    let (year, month) = (history.first.year, history.first.number)
    return NewYearEffect(total, year: year, month: month)?
      .factors(fromYear: year, month: month, count: count + horizon)
  }
}
