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

  /// - Parameter postings: of the four quarters that end with the period, of all regions.
  init(_ layout: TableLayout, _ postings: [Posting], _ counts: RegionCounts) throws {
    let own = postings.filter { counts.region.numbers.contains($0.region) }
    var byGroup: [String: Stock] = [:]
    for (code, stock) in try counts.stocks(MarketDataset.postings, .occupation) {
      byGroup[String(Dimension.occupation.text(code).prefix(1)), default: Stock()] += stock
    }
    let all = try counts.total(MarketDataset.postings)
    var (rows, employers): ([DraftTable.Row], [Leaf: ContributorFacts]) = ([], [:])
    for row in layout.rows {
      let isTotal = row.role == .total
      let part = Part(
        layout: layout, period: counts.period, region: counts.region.code,
        part: isTotal ? Leaf.total : LeafPart.row(layout.id, row.key),
        stock: isTotal ? all : row.codes.compactMap { byGroup[$0] }.reduce(into: Stock()) { $0 += $1 },
        postings: isTotal ? own : own.filter { row.codes.contains($0.group) })
      let figures = part.figures
      for figure in figures { employers[figure.leaf] = figure.employers }
      rows.append(DraftTable.Row(key: row.key, label: row.label, role: row.role, cells: part.cells(figures)))
    }
    table = DraftTable(layout, rows: rows)
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

    let layout: TableLayout
    let period: Period
    let region: String
    let part: String
    let stock: Stock
    let postings: [Posting]

    /// In the order of the columns.
    ///
    /// - Parameter figures: those that are no sums.
    func cells(_ figures: [Figure]) -> [Draft] {
      let leaves = RegionLeaves(region: region, period: period)
      let (closed, filled) = (leaves(.closed, part), leaves(.filled, part))
      return layout.columns.map { column in
        switch column.figure {
        case .closedOpenings: Draft(.number(Double(stock.closed), decimals: 0), [closed])
        case .filledOpenings: Draft(.number(Double(stock.filled), decimals: 0), [filled])
        case .fillRate: Draft(Formula.fillRate(stock), [closed, filled])
        default:
          figures.first { $0.leaf.measure == column.id }.map { Draft($0.cell, [$0.leaf]) } ?? Draft(.unavailable, [])
        }
      }
    }

    /// What is no sum, each with the employers behind it.
    var figures: [Figure] {
      let fresh = postings.filter { period.firstDay.ordinal <= $0.posted }
      let paid = fresh.filter { OfferedPay.midpoint($0) != nil }
      func pay(_ share: Double) -> (cell: Domain.Cell, behind: [Posting]) {
        (OfferedPay.quantiles(fresh, [share])[0], paid)
      }
      return layout.columns.compactMap { column in
        let figure: (cell: Domain.Cell, behind: [Posting])? =
          switch column.figure {
          case .suitablePerOpening: suitablePerOpening(fresh.filter { $0.suitable != nil })
          case .vacancyDuration: (duration, postings)
          case .offeredPay25: pay(0.25)
          case .offeredPay50: pay(0.5)
          case .offeredPay75: pay(0.75)
          case .negotiableShare: (OfferedPay.negotiableShare(fresh), fresh.filter { $0.payState != nil })
          default: nil
          }
        guard let figure else { return nil }
        var tally = EmployerTally()
        // Where there is no figure nothing is told of anybody.
        for posting in figure.cell.value == nil ? [] : figure.behind {
          tally.add(posting.openings, of: posting.employer, to: 0)
        }
        return Figure(
          cell: figure.cell, leaf: Leaf(period, region, column.id, part), employers: tally.contributors([0]))
      }
    }

    private var duration: Domain.Cell {
      VacancyDuration.median(postings.map { VacancyDuration.spell($0, asOf: period.lastDay) })
        .map { .number(Double($0), decimals: 0) } ?? .unavailable
    }

    private func suitablePerOpening(_ judged: [Posting]) -> (cell: Domain.Cell, behind: [Posting]) {
      let suitable = judged.reduce(0) { $0 + ($1.suitable ?? 0) }
      let openings = judged.reduce(0) { $0 + $1.openings }
      let cell: Domain.Cell =
        openings > 0 ? .number(Rounding.round(Double(suitable) / Double(openings)), decimals: 2) : .unavailable
      return (cell, judged)
    }
  }
}
