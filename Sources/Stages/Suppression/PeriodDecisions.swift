import Domain
import Tables

/// What of a period may be seen, and which occupations the lists of the largest gaps may name.
struct PeriodDecisions {
  let leaves: LeafDecisions
  /// What is not proven to be protected, of this period and of those that lie in it or around it.
  let exposed: [ExposedCount]
  /// Every count that stands in a table.
  let decided: [DecidedCount]
  /// What readers keep of it, with everything that it is made of.
  let vintage: DisclosedVintage
  /// Counts that earlier editions hid and that are left without proof now.
  let unproven: [Leaf]
  /// 小类 that a region has among the first, by code of the region.
  let ranked: [String: Set<String>]

  /// Whether a ranking of a region may list a 小类.
  func lists(_ code: String, in own: RegionLeaves) -> Bool {
    ranked[own.region]?.contains(code) == true
      && ![MarketMeasure.demand, .seekers].contains { leaves.hides(own($0, LeafPart.minorGroup(code))) }
  }
}
