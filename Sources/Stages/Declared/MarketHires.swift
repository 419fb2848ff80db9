import Domain
import Tables

/// The hires of T14, put beside declared tables that count placements: what these show and hide is decided with them, and
/// nobody can subtract one from the other.
///
/// They are the one figure of the market that counts placements, and are decided before declared tables are.
enum MarketHires {
  /// As T14 counts them in the city and each county.
  static func table(_ places: TablePlaces, every unit: Period.Unit) -> TableDefinition {
    let city = TablePlaces.prefix(places.city)
    let condition = Condition(
      "outcome = '录用' and hired_on between :start and :end and below(to_region, '\(city)')", path: id, line: 1,
      column: 1)
    let label = Label(zh: "录用人数", en: "Hires")
    let figure = FigureDefinition(
      id: row, label: label, unit: Label(zh: "人", en: "persons"), kind: .count(CountFigure(condition)), place: id)
    return TableDefinition(
      id: id, title: label, dataset: MarketDataset.placements, every: unit, figures: [figure],
      changes: [.previous, .yoy], audience: .everybody, path: id)
  }

  static let id = "T14"
  static let row = "hires"
}
