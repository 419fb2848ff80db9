import Domain
import Warehouse

/// Decides for each unit of a catalog what its readers may see.
///
/// Everybody sees no number of openings, seekers or employers, nor what is made of such numbers: a figure of four
/// quarters and those of three, or figures of some units and their sum in a bulletin, would tell what a bulletin hides,
/// and no catalog knows all bulletins. Levels, stars and types are what a catalog is made for. The bureau sees numbers
/// where none of them is sensitive.
public struct CatalogProtection {
  /// Quarters before the window whose postings may still be valid in it.
  private static let carried = 12

  private let units: [(unit: ShortageUnit, tally: CatalogTally)]

  /// - Parameter region: code of the city.
  /// - Throws: `PipelineError` TF402 where it is no region code; `DatabaseError`.
  public init(_ db: Database, report: ShortageReport, region: String) throws {
    guard let range = RegionRange(region) else {
      throw PipelineError(.unknownRegion, .config, at: region, "不是六位区划代码", remedy: "写成 450600")
    }
    guard let first = report.window.first?.ordinal, let last = report.window.last?.ordinal else {
      units = []
      return
    }
    var leaves = ShortageLeaves()
    let places = report.units.map { unit in
      ([unit.occupation] + unit.members).compactMap { CodeNumber.number($0) }.map { leaves.add($0) }
    }
    let postings = try ShortagePostings(
      db, region: range, quarters: (first - CatalogProtection.carried)...last, leaves: leaves)
    let span = DaySpan(quarters: (first - CatalogProtection.carried)...last)
    let own = places.map { postings.of($0, span) }
    var tallies = zip(report.units, own).map { CatalogTally($0.profile, $1, quarters: first...last) }
    let window = DaySpan(quarters: first...last)
    let order = own.indices.flatMap { unit in
      own[unit].filter { window.holds(Int($0.posted)) }.map { (posting: $0, unit: unit) }
    }.sorted { $0.posting.id < $1.posting.id }
    try TextSweep(db, dataset: MarketDataset.postings).read(["title", "major"], of: order.map(\.posting.id)) {
      place, column, text in
      let profile = report.units[order[place].unit].profile
      guard text == (column == 0 ? profile.title : profile.major)?.value else { return }
      tallies[order[place].unit].add(order[place].posting, column == 0 ? .title : .major)
    }
    units = Array(zip(report.units, tallies)).map { (unit: $0, tally: $1) }
  }

  /// By code of the unit.
  public func sights(_ rules: DisclosureRules, for audience: Audience) -> [String: CatalogVisibility] {
    let limits = CellLimits(rules, audience)
    return Dictionary(
      uniqueKeysWithValues: units.map { unit, tally in
        let hidden = CatalogVisibility.Part.allCases.filter {
          hides($0, of: unit, tally, by: limits, from: audience)
        }
        return (unit.occupation, CatalogVisibility(hidden: Set(hidden)))
      })
  }

  private func hides(
    _ part: CatalogVisibility.Part, of unit: ShortageUnit, _ tally: CatalogTally, by limits: CellLimits,
    from audience: Audience
  ) -> Bool {
    let figures = unit.figures
    func fewEmployers(_ group: CatalogTally.Group) -> Bool { limits.hides(tally.employers(group)) }
    func fewPersons(_ count: Int) -> Bool { limits.persons(count) != nil }
    // What not all contributors are known of counts as sensitive.
    let isDominated = fewEmployers(.openings) || fewEmployers(.demand) || tally.employers(.demand).sum != figures.demand
    if isDominated { return true }
    switch part {
    case .points: return fewPersons(figures.seekers)
    case .counts:
      return audience == .everybody || fewEmployers(.statedPayBefore)
        || [figures.seekers, figures.filled, tally.applicants, tally.suitable].contains(where: fewPersons)
    case .pay: return fewEmployers(.statedPay)
    case .duration:
      // A median tells when somebody was hired; without one, the figure is that of the postings watched longest.
      return figures.durationDays == nil ? fewEmployers(.longest) : fewPersons(tally.filled)
    case .title: return fewEmployers(.title)
    case .education: return fewEmployers(.education)
    case .major: return fewEmployers(.major)
    case .skill: return fewEmployers(.titleLevel) || fewEmployers(.skillLevel)
    case .experience: return fewEmployers(.experience)
    }
  }
}
