import Disclosure
import Domain
import Tables
import Warehouse

/// Decides whether growth over the units that reported in both periods may be shown. Beside it stand the counts of all
/// units, so that it tells what those hold that reported in one of the periods alone.
///
/// It is shown where each of these units could be shown by itself, in each of the two periods, and so could what is left
/// without them: then whatever sums and differences of them follow from several comparisons may be known as well. Where
/// that is not so in one county, it is hidden in all of them: the city's less the others' would tell it.
struct PanelProtection {
  let limits: CellLimits
  /// Counts of all regions in a period, the city first.
  let counts: (Period) -> [RegionCounts]

  /// The leaves of the growth of all regions since the period before and the year before, that may and may not be seen.
  func hidden(_ period: Period) throws -> [Leaf: Bool] {
    var hidden: [Leaf: Bool] = [:]
    let regions = counts(period).map { RegionLeaves(region: $0.region.code, period: period) }
    for when in [RegionLeaves.When.previous, .yearBefore] {
      let before = regions[0].period(when)
      for (measure, dataset) in [(MarketMeasure.demand, MarketDataset.postings), (.seekers, MarketDataset.seekers)] {
        let isClear = try self.isClear(measure, dataset, period, before)
        let isCountyUnclear = isClear.dropFirst().contains(false)
        for (place, region) in regions.enumerated() {
          hidden[region(measure, LeafPart.panel, when)] = !isClear[place] || place > 0 && isCountyUnclear
        }
      }
    }
    return hidden
  }

  /// Of the city, each county, and what lies in none of them.
  private func isClear(_ measure: MarketMeasure, _ dataset: String, _ now: Period, _ before: Period) throws -> [Bool] {
    let states = try [now, before].map { period in try stocks(dataset, counts(period)) }
    let panel = ReportingPanel(now: states[0][0], before: states[1][0]).units
    var isClear = [Bool](repeating: true, count: states[0].count)
    guard states.contains(where: { $0[0].contains { !panel.contains($0.key) && $0.value.valid > 0 } }) else {
      return isClear
    }
    for (period, state) in zip([now, before], states) {
      let tally = measure == .demand ? try tally(period, panel) : EmployerTally()
      for (place, units) in state.enumerated() {
        let apart = units.filter { !panel.contains($0.key) && $0.value.valid > 0 }
        guard !apart.isEmpty else { continue }
        var rest = Stock()
        for (unit, stock) in units where panel.contains(unit) { rest += stock }
        for (unit, stock) in Array(apart) + [(Flow.rest, rest)] {
          for flow in [Flow.carried, .new] {
            let value = flow == .carried ? stock.carried : stock.registered
            let finding =
              measure == .seekers
              ? limits.persons(value) : limits.employers(value, tally.contributors([flow.cell(place, unit)]))
            if value > 0, finding != nil { isClear[place] = false }
          }
        }
      }
    }
    return isClear
  }

  /// By unit, of the city, each county, and what lies in none of them.
  private func stocks(_ dataset: String, _ regions: [RegionCounts]) throws -> [[Int: Stock]] {
    var all = try regions.map { try $0.stocks(dataset, .unit) }
    var rest = all[0]
    for county in all.dropFirst() {
      for (unit, stock) in county {
        rest[unit]?.carried -= stock.carried
        rest[unit]?.registered -= stock.registered
      }
    }
    // A city without counties is no rest of itself.
    if all.count > 1 { all.append(rest) }
    return all
  }

  /// The employers behind the openings of each unit apart, and of all others together.
  private func tally(_ period: Period, _ panel: Set<Int>) throws -> EmployerTally {
    let city = counts(period)[0]
    let regions = counts(period).map(\.region)
    var tally = EmployerTally()
    for posting in try PostingFlows.read(city.reader.db, region: city.region, period: period)
    where posting.isValid {
      let unit = posting.code(.unit)
      for place in [0, posting.county(among: regions)] {
        let flow: Flow = posting.isNew ? .new : .carried
        tally.add(
          posting.openings, of: posting.employer, to: flow.cell(place, panel.contains(unit) ? Flow.rest : unit))
      }
    }
    return tally
  }
}

extension PanelProtection {
  private enum Flow: Int {
    case carried, new

    /// Stands for all units of the panel; units have numbers from 0.
    static let rest = -1

    /// - Parameter place: of the region.
    func cell(_ place: Int, _ unit: Int) -> Int { (place << 1 | rawValue) << 32 | (unit + 1) }
  }
}
