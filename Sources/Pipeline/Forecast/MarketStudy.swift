import Domain
import Forecasting
import Stages

/// Looks at one series of a warehouse for an analyst.
extension ForecastStudy {
  /// - Parameters:
  ///   - name: `需求/450602/4-02-05-01` or `需求/港口区/装卸工`: side of the market, region, and the occupation (none: all),
  ///     each by its code or its name.
  ///   - spec: whose warehouse is looked at.
  ///   - period: the last period that counts as known; nil: that of the bulletin.
  /// - Throws: `PipelineError` TF402, TF642, TF673, TF691, TF692; those of a study.
  public static func lines(
    market name: String, _ spec: PipelineSpec, period: Period?, horizon: Int?, svg: String?
  ) throws -> [String] {
    let parts = name.split(separator: "/").map(String.init)
    guard (2...3).contains(parts.count),
      let measure = MarketSeries.Measure.allCases.first(where: { [$0.label, $0.rawValue].contains(parts[0]) })
    else { throw refusal(.unknownSeries, name, "不是序列的名称", "写成 需求/450602/4-02-05-01 或 求职/450600 (全部职业)") }
    let place = try entry(parts[1], of: spec.book.list("regions"), .unknownRegion, within: spec.homeRegion)
    let job = try parts.count == 3 ? entry(parts[2], of: spec.book.list("occupations"), .unknownOccupation) : nil
    let (region, occupation) = (place.code, job?.code ?? "")
    guard let last = period ?? spec.bulletin?.period, [.quarter, .month].contains(last.unit) else {
      throw refusal(.periodNeeded, name, "要按季或按月的时期", "加上 --period 2026Q3 或 --period 2026M09")
    }
    guard let warehouse = try ExistingWarehouse.open(spec.warehouse, spec.datasets) else {
      throw PipelineError(.noWarehouse, .noInput, at: spec.warehouse, "还没有仓库", remedy: "先 talentflow run \(spec.path)")
    }
    let market = try warehouse.queue.read {
      try MarketSeries($0, measure, region: region, occupation: occupation, last: last)
    }
    guard let market else { throw refusal(.unknownSeries, name, "仓库中没有这个序列, 这一期没有登记, 或不到三期", "检查地区、职业和 --period") }
    let dated = DatedSeries(
      first: SeriesStep(index: market.first.ordinal, perYear: last.unit.perYear),
      series: TimeSeries(market.values, period: last.unit.perYear))
    let title = [measure.label, place.name, job.map { "\(occupation) \($0.name)" } ?? "全部职业"].joined(separator: " ")
    return try lines(study(dated, name: title, horizon, remark: "单独预测, 没有与各级合计调和, 与公报中的略有不同"), svg: svg)
  }

  /// The entry with this code, or the one that alone has this name or alias; of several places that of the home region.
  ///
  /// - Throws: `PipelineError` with `unknown`, and those that may be meant.
  private static func entry(
    _ text: String, of list: CodeList, _ unknown: ErrorCode, within home: String = ""
  ) throws -> CodeList.Entry {
    let named = list.entries(named: text)
    let near = named.filter { !home.isEmpty && $0.code.hasPrefix(home.prefix(4)) }
    if named.count == 1 { return named[0] }
    if near.count == 1 { return near[0] }
    func told(_ entries: [CodeList.Entry]) -> String {
      entries.prefix(mostSuggested).map { "\($0.code) \($0.name)" }.joined(separator: "、")
    }
    let kind = unknown == .unknownRegion ? "地区" : "职业"
    if named.count > 1 {
      let several = near.isEmpty ? named : near
      throw refusal(unknown, text, "\(kind) \(text) 有 \(several.count) 个", "写代码: \(told(several))")
    }
    let suggested = NameSuggestions(list).codes(nearest: text).compactMap { list.entry(code: $0) }
    throw refusal(
      unknown, text, "\(kind) \(text) 不在代码表中",
      suggested.isEmpty ? "写名称或代码, 见 talentflow explain" : "是否应为 \(told(suggested))?")
  }

  /// Entries that are named where a name may mean several.
  private static let mostSuggested = 5

  private static func refusal(
    _ code: ErrorCode, _ name: String, _ message: String, _ remedy: String
  ) -> PipelineError {
    PipelineError(code, .data, at: name, message, remedy: remedy)
  }
}
