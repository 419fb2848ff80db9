import Domain
import Tables

/// A section of a page: which tables it holds.
struct BulletinSection {
  /// Also the anchor of the section.
  let id: String
  let title: TextKey
  let tables: [String]

  static let all: [BulletinSection] = [
    BulletinSection(id: "overall", title: .sectionOverall, tables: ["T1"]),
    BulletinSection(id: "demand", title: .sectionDemand, tables: ["T2", "T3", "T4"]),
    BulletinSection(id: "occupation", title: .sectionOccupation, tables: ["T5", "T6", "T7"]),
    BulletinSection(id: "seekers", title: .sectionSeekers, tables: ["T8"]),
    BulletinSection(id: "groups", title: .sectionGroups, tables: ["T9", "T10", "T11", "T12"]),
    // Takes every table that has no place above.
    BulletinSection(id: "market", title: .sectionMarket, tables: []),
  ]

  /// The tables of `region` that belong here, in the order of the report.
  func tables(of region: RegionReport) -> [ProtectedTable] {
    let all = region.tables + region.market
    guard tables.isEmpty else { return all.filter { tables.contains($0.id) } }
    let placed = Set(BulletinSection.all.flatMap(\.tables))
    return all.filter { !placed.contains($0.id) }
  }
}
