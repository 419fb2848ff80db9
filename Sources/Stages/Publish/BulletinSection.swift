import Domain
import Tables

/// A section of a page: the tables whose files name it.
struct BulletinSection {
  /// Also the anchor of the section.
  let id: TableLayout.Section
  let title: TextKey

  static let all: [BulletinSection] = [
    BulletinSection(id: .overall, title: .sectionOverall),
    BulletinSection(id: .demand, title: .sectionDemand),
    BulletinSection(id: .occupation, title: .sectionOccupation),
    BulletinSection(id: .seekers, title: .sectionSeekers),
    BulletinSection(id: .groups, title: .sectionGroups),
    // Takes every table that has no place above.
    BulletinSection(id: .market, title: .sectionMarket),
  ]

  /// The tables of `region` that belong here, in the order of the report.
  func tables(of region: RegionReport, in bulletin: Bulletin) -> [ProtectedTable] {
    region.tables.filter { (bulletin.layout($0.id)?.section ?? .market) == id }
  }
}
