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
    let place = try entry(parts[1], of: spec.book.list("regions"), within: spec.homeRegion)
    guard let place else {
      throw refusal(.unknownRegion, name, "地区 \(parts[1]) 不在代码表中, 或几地同名", "写名称或六位代码, 如 港口区、450602")
    }
    let job = try parts.count == 3 ? entry(parts[2], of: spec.book.list("occupations")) : nil
    if job == nil, parts.count == 3 {
      throw refusal(
        .unknownOccupation, name, "职业 \(parts[2]) 不在代码表中, 或几个职业同名", "写分类大典的名称或代码, 如 装卸工、4-02-05-01、4-02 或 4")
    }
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
  private static func entry(_ text: String, of list: CodeList, within home: String = "") -> CodeList.Entry? {
    if let entry = list.entry(code: text) { return entry }
    let named = list.entries.filter { $0.name == text || $0.aliases.contains(text) }
    let near = named.filter { !home.isEmpty && $0.code.hasPrefix(home.prefix(4)) }
    return named.count == 1 ? named[0] : near.count == 1 ? near[0] : nil
  }

  private static func refusal(
    _ code: ErrorCode, _ name: String, _ message: String, _ remedy: String
  ) -> PipelineError {
    PipelineError(code, .data, at: name, message, remedy: remedy)
  }
}
