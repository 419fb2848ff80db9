import Disclosure
import Domain
import Tables
import Warehouse

/// T13: filling, duration and pay by major group of one region.
struct FillingTable {
  typealias Draft = DraftTable.DraftCell
  typealias Posting = PostingScan.Posting

  let table: DraftTable
  /// The employers behind those of its figures that are no sums.
  let employers: [Leaf: ContributorFacts]

  /// The rows but the last: those of T5.
  static func groups(_ rules: BulletinRules) -> [TableLayout.Row] {
    rules.tables.first { $0.id == "T5" }?.rows.filter { $0.role == .item } ?? []
  }

  /// - Parameter postings: of the four quarters that end with the period, of all regions.
  init(_ groups: [TableLayout.Row], _ postings: [Posting], _ counts: RegionCounts) throws {
    let own = postings.filter { counts.region.numbers.contains($0.region) }
    var byGroup: [String: Stock] = [:]
    for (code, stock) in try counts.stocks(MarketDataset.postings, .occupation) {
      byGroup[String(Dimension.occupation.text(code).prefix(1)), default: Stock()] += stock
    }
    var parts = groups.map { group in
      Part(
        period: counts.period, region: counts.region.code, part: LeafPart.row("T13", group.key),
        stock: byGroup[group.key] ?? Stock(), postings: own.filter { $0.group == group.key })
    }
    parts.append(
      Part(
        period: counts.period, region: counts.region.code, part: Leaf.total,
        stock: try counts.total(MarketDataset.postings), postings: own))
    let heads = groups.map { ($0.key, $0.label, StatRow.Role.item) }
    let all = ("total", Label(zh: "合计", en: "Total"), StatRow.Role.total)
    var (rows, employers): ([DraftTable.Row], [Leaf: ContributorFacts]) = ([], [:])
    for (head, part) in zip(heads + [all], parts) {
      let figures = part.figures
      for figure in figures { employers[figure.leaf] = figure.employers }
      rows.append(
        DraftTable.Row(
          key: head.0, label: head.1, role: head.2, cells: part.counts + figures.map { Draft($0.cell, [$0.leaf]) }))
    }
    table = DraftTable(
      id: "T13", title: Label(zh: "分职业的招聘成效与薪酬", en: "Filling, duration and pay by occupation"),
      measures: MarketColumns.filling, rows: rows,
      note: Label(
        zh: "满足率按本期关闭的岗位计算；空缺时长按截至期末四个季度内发布的岗位计算；薪酬按本期新增岗位计算，面议除外。",
        en:
          "Fill rate over postings closed in the period; duration over postings of the four quarters to its end; pay over new postings, negotiable pay excluded."
      ), audience: .everybody)
    self.employers = employers
  }
}

extension FillingTable {
  /// What one row tells of.
  private struct Part {
    /// A figure that is no sum.
    struct Figure {
      let cell: Domain.Cell
      let leaf: Leaf
      let employers: ContributorFacts
    }

    let period: Period
    let region: String
    let part: String
    let stock: Stock
    let postings: [Posting]

    var counts: [Draft] {
      let leaves = RegionLeaves(region: region, period: period)
      let (closed, filled) = (leaves(.closed, part), leaves(.filled, part))
      return [
        Draft(.number(Double(stock.closed), decimals: 0), [closed]),
        Draft(.number(Double(stock.filled), decimals: 0), [filled]), Draft(Formula.fillRate(stock), [closed, filled]),
      ]
    }

    var figures: [Figure] {
      let fresh = postings.filter { period.firstDay.ordinal <= $0.posted }
      let judged = fresh.filter { $0.suitable != nil }
      let paid = fresh.filter { OfferedPay.midpoint($0) != nil }
      let median = VacancyDuration.median(postings.map { VacancyDuration.spell($0, asOf: period.lastDay) })
      let pay = OfferedPay.quantiles(fresh, [0.25, 0.5, 0.75])
      var all: [(cell: Domain.Cell, behind: [Posting])] = [
        (suitablePerOpening(judged), judged),
        (median.map { .number(Double($0), decimals: 0) } ?? .unavailable, postings),
      ]
      all += pay.map { ($0, paid) }
      all.append((OfferedPay.negotiableShare(fresh), fresh.filter { $0.payState != nil }))
      return zip(all, MarketColumns.filling.dropFirst(counts.count)).map { figure, measure in
        var tally = EmployerTally()
        // Where there is no figure nothing is told of anybody.
        for posting in figure.cell.value == nil ? [] : figure.behind {
          tally.add(posting.openings, of: posting.employer, to: 0)
        }
        return Figure(
          cell: figure.cell, leaf: Leaf(period, region, measure.id, part), employers: tally.contributors([0]))
      }
    }

    private func suitablePerOpening(_ judged: [Posting]) -> Domain.Cell {
      let suitable = judged.reduce(0) { $0 + ($1.suitable ?? 0) }
      let openings = judged.reduce(0) { $0 + $1.openings }
      return openings > 0
        ? .number(Rounding.round(Double(suitable) / Double(openings)), decimals: 2) : .unavailable
    }
  }
}
