import Domain

@testable import Stages

/// A revision of `FixtureBulletin` that changed one cell, with the vintage before it.
enum FixtureRevision {
  static func make(of bulletin: Bulletin) -> Bulletin {
    let city = bulletin.regions[0]
    let values = city.trend.map {
      RevisionTriangle.Value(
        period: $0.period, region: city.code, demand: $0.demand.csv, seekers: "[x]", ratio: $0.ratio.csv)
    }
    var revised = bulletin
    revised.revision = Revision(
      steps: [.init(number: 2, reason: .error, note: "甲 <乙> & 丙", cells: 1)],
      changes: [
        .init(step: 2, table: "T1", row: [city.code, "valid"], column: "demand", before: "12000", after: "12345")
      ],
      triangle: RevisionTriangle(vintages: [
        .init(period: bulletin.period.previous, revision: 1, values: Array(values.dropLast())),
        .init(period: bulletin.period, revision: 2, values: values),
      ]))
    return revised
  }
}
