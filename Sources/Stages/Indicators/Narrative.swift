import Documents
import Domain
import Tables

/// The opening sentences that readers of the bulletin know, each made from figures alone.
struct Narrative {
  let period: Period
  let rules: BulletinRules
  let headline: Headline
  let overall: ProtectedTable
  /// Openings and seekers on the matched panel, against the previous period and the year before.
  let matched: (previous: PanelChange, yearBefore: PanelChange)
  /// Openings by industry with all figures, and as they are shown.
  let industries: (layout: TableLayout, draft: DraftTable, shown: ProtectedTable)?
  let shortages: (layout: TableLayout, table: ProtectedTable)?
  let surpluses: (layout: TableLayout, table: ProtectedTable)?
  /// The last day that anything was registered in the period.
  let dataUntil: Day

  func sentences() -> [Label] {
    [
      opening(), balance(),
      hidesGrowth(.previous) ? nil : growth(matched.previous, since: period.words.previous),
      period.unit == .year || hidesGrowth(.yearBefore)
        ? nil : growth(matched.yearBefore, since: period.words.yearBefore),
      leadingIndustries(), leadingGaps(), incompleteness(),
    ].compactMap { $0 }
  }

  private func hidesGrowth(_ since: TableColumns.When) -> Bool {
    [headline.demand, headline.seekers].contains { cell($0, since, isGrowth: true) == .suppressed }
  }

  /// A figure of the whole market.
  private func cell(
    _ column: TableLayout.Column, _ when: TableColumns.When = .now, isGrowth: Bool = false
  ) -> Cell? {
    overall.cell(headline.row, TableColumns.id(column, since: when, isGrowth: isGrowth))
  }

  /// A period whose last month has brought nothing is not over, or its files have not come.
  private func incompleteness() -> Label? {
    guard dataUntil.monthOrdinal < period.months.upperBound else { return nil }
    let parts = dataUntil.components
    return Label(
      zh: "本期数据只到\(parts.year)年\(parts.month)月\(parts.day)日，尚不完整，与完整时期的比较仅供参考。",
      en: "The data of this period end on \(dataUntil.iso); comparisons with complete periods are provisional.")
  }

  private func count(_ column: TableLayout.Column) -> String {
    let cell = cell(column) ?? .unavailable
    return cell.value.map { NumberText.fixed($0, decimals: 0, separator: ",") } ?? cell.csv
  }

  private func opening() -> Label {
    let (openings, seekers) = (count(headline.demand), count(headline.seekers))
    guard let ratio = cell(headline.ratio), ratio.value != nil else {
      if cell(headline.ratio) == .suppressed {
        return Label(
          zh: "\(period.nameZh)，用人单位通过公共就业服务机构招聘各类人员\(openings)人，进入市场的求职者\(seekers)人（[c] 为不公布）。",
          en: "In \(period.nameEn) employers sought \(openings) people through the public employment service and "
            + "\(seekers) seekers were on the register ([c]: not published).")
      }
      return Label(
        zh: "\(period.nameZh)，用人单位通过公共就业服务机构招聘各类人员\(openings)人；没有求职登记数据，不计算求人倍率。",
        en: "In \(period.nameEn) employers sought \(openings) people through the public employment service; "
          + "without a register of seekers no ratio is formed.")
    }
    var zh = ["求人倍率为\(ratio.csv)"]
    var en = ["\(ratio.csv) openings for each seeker"]
    func add(_ since: TableColumns.When, _ words: Label) {
      guard let change = cell(headline.ratio, since)?.value else { return }
      let amount = Cell.number(abs(change), decimals: 2).csv
      if change == 0 {
        zh.append("与\(words.zh)持平")
        en.append("unchanged on \(words.en)")
      } else {
        zh.append("比\(words.zh)\(change > 0 ? "上升" : "下降")\(amount)")
        en.append("\(change > 0 ? "up" : "down") \(amount) on \(words.en)")
      }
    }
    add(.previous, period.words.previous)
    if period.unit != .year { add(.yearBefore, period.words.yearBefore) }
    return Label(
      zh: "\(period.nameZh)，用人单位通过公共就业服务机构招聘各类人员\(openings)人，进入市场的求职者\(seekers)人，"
        + zh.joined(separator: "，") + "。",
      en: "In \(period.nameEn) employers sought \(openings) people through the public employment service and "
        + "\(seekers) seekers were on the register: " + en.joined(separator: ", ") + ".")
  }

  private func balance() -> Label? {
    guard let ratio = cell(headline.ratio)?.value, let band = rules.band(ratio) else { return nil }
    return Label(zh: "从供求对比看，\(band.zh)。", en: "On balance: \(band.en).")
  }

  /// Same direction in one clause, opposite directions in two, equal values 持平.
  private func growth(_ change: PanelChange, since words: Label) -> Label? {
    guard let demand = change.demand, let seekers = change.seekers else { return nil }
    let lead = Label(
      zh: "与\(words.zh)相比（两期均报送的 \(change.units) 家单位，同口径），",
      en: "On \(words.en), over the \(change.units) units that reported in both periods, ")
    if demand.difference != 0, seekers.difference != 0, (demand.difference > 0) == (seekers.difference > 0) {
      let isUp = demand.difference > 0
      return Label(
        zh: lead.zh + "需求人数和求职人数分别\(isUp ? "增加" : "减少")\(demand.amount)人和\(seekers.amount)人，"
          + "各\(isUp ? "增长" : "下降")\(demand.percent)%和\(seekers.percent)%。",
        en: lead.en + "openings and seekers \(isUp ? "rose" : "fell") by \(demand.amount) and \(seekers.amount) "
          + "(\(demand.percent)% and \(seekers.percent)%).")
    }
    return Label(
      zh: lead.zh + "需求人数\(demand.zh)；求职人数\(seekers.zh)。",
      en: lead.en + "openings \(demand.en); seekers \(seekers.en).")
  }

  private func leadingIndustries() -> Label? {
    guard let industries, let demand = industries.layout.demand,
      let share = industries.layout.share(of: demand)
    else { return nil }
    let rows = industries.draft.rows.filter { $0.role == .item }
    func count(_ row: DraftTable.Row) -> Double { industries.draft.cell(row.key, demand.id)?.value.value ?? 0 }
    let leading = rows.filter { count($0) > 0 }.sorted { (count($1), $0.key) < (count($0), $1.key) }.prefix(3)
      .compactMap { row in industries.shown.cell(row.key, share.id)?.value.map { (row, $0) } }
    // To be said to be none of the first three must not tell much of a hidden row.
    let isTelling = rows.contains { row in
      industries.shown.cell(row.key, demand.id) == .suppressed
        && 2 * count(row) + 10 > (leading.last.map { count($0.0) } ?? 0)
    }
    guard leading.count == 3, !isTelling else { return nil }
    func list(_ name: (Label) -> String, _ separator: String) -> String {
      leading.map { "\(name($0.0.label)) (\(Cell.number($0.1, decimals: 2).csv)%)" }.joined(separator: separator)
    }
    return Label(
      zh: "从行业看，需求人数居前三位的是"
        + leading.map { "\($0.0.label.zh)（\(Cell.number($0.1, decimals: 2).csv)%）" }.joined(separator: "、") + "。",
      en: "By industry, openings were most in " + list({ $0.en }, "; ") + ".")
  }

  private func leadingGaps() -> Label? {
    func first(_ ranking: (layout: TableLayout, table: ProtectedTable)?) -> (zh: String, en: String)? {
      guard let (layout, table) = ranking, let gap = layout.gap, !table.rows.isEmpty else { return nil }
      let rows = table.rows.prefix(3)
      let parts = rows.map { row in
        (row.label, NumberText.fixed(abs(table.cell(row.key, gap.id)?.value ?? 0), decimals: 0, separator: ","))
      }
      return (
        parts.map { "\($0.0.zh)（\($0.1)人）" }.joined(separator: "、"),
        parts.map { "\($0.0.en): \($0.1)" }.joined(separator: "; ")
      )
    }
    switch (first(shortages), first(surpluses)) {
    case (let lack?, let excess?):
      return Label(
        zh: "从职业看，需求超过求职最多的是\(lack.zh)；求职超过需求最多的是\(excess.zh)。",
        en:
          "By occupation, openings exceeded seekers most in \(lack.en); seekers exceeded openings most in \(excess.en)."
      )
    case (let lack?, nil):
      return Label(
        zh: "从职业看，需求超过求职最多的是\(lack.zh)。", en: "By occupation, openings exceeded seekers most in \(lack.en).")
    case (nil, let excess?):
      return Label(
        zh: "从职业看，求职超过需求最多的是\(excess.zh)。", en: "By occupation, seekers exceeded openings most in \(excess.en).")
    case (nil, nil): return nil
    }
  }
}

extension Period {
  /// What sentences call the period before and that of a year before.
  var words: (previous: Label, yearBefore: Label) {
    let previous =
      switch unit {
      case .month: Label(zh: "上月", en: "the previous month")
      case .quarter: Label(zh: "上季度", en: "the previous quarter")
      case .half: Label(zh: "上一个半年", en: "the previous half-year")
      case .year: Label(zh: "上年", en: "the previous year")
      }
    return (previous, Label(zh: "去年同期", en: "the same period a year before"))
  }
}
