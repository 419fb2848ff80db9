import Declarations
import Domain
import Foundation
import TestSupport

extension Label {
  static let plain = Label(zh: "", en: "")
}

extension TableLayout {
  /// The shipped tables of the market.
  static let shipped: [TableLayout] = {
    let folder = Repository.file("Pipelines/tables")
    do { return try TableFiles(folder).layouts() } catch { preconditionFailure("\(error)") }
  }()

  static func shipped(_ id: String) -> TableLayout {
    guard let layout = shipped.first(where: { $0.id == id }) else { preconditionFailure("no table \(id)") }
    return layout
  }

  /// A layout of rows given as `key codes…`, with counts, shares and ratio, and all changes.
  static func test(
    _ id: String = "T", dimension: Domain.Dimension? = .education, sides: Sides = .both, ratio: RatioRule = .absent,
    spreads: Bool = false, part: Part? = nil, _ rows: [Row]
  ) -> TableLayout {
    func column(_ id: String, _ kind: Column.Kind) -> Column { Column(id: id, label: .plain, unit: .plain, kind: kind) }
    var columns: [Column] = []
    if sides != .seekers { columns.append(column("demand", .swift(spreads ? .sectorOpenings : .validOpenings))) }
    if sides != .seekers, dimension != nil { columns.append(column("demand_share", .share(of: "demand"))) }
    if sides != .demand { columns.append(column("seekers", .swift(.validSeekers))) }
    if sides != .demand, dimension != nil { columns.append(column("seekers_share", .share(of: "seekers"))) }
    switch ratio {
    case .absent: if dimension == nil { columns.append(column("ratio", .swift(.ratio))) }
    case .f3: columns.append(column("ratio", .swift(.ratioByOccupation)))
    case .f4: columns.append(column("ratio", .swift(.ratioByRequirement)))
    }
    return TableLayout(
      id: id, title: .plain, note: nil, form: dimension == nil ? .overall : .groups, dimension: dimension, rows: rows,
      columns: columns, hasChanges: true, part: part, audience: .everybody)
  }
}

extension TableLayout.Row {
  static func test(
    _ key: String, _ codes: [String] = [], role: StatRow.Role = .item, parent: String? = nil,
    side: TableLayout.Sides? = nil
  ) -> TableLayout.Row {
    TableLayout.Row(key: key, label: Label(zh: key, en: key), role: role, parent: parent, side: side, codes: codes)
  }

  /// What was valid, in the table of the whole market.
  static let valid = test("valid", [TableLayout.carried, TableLayout.new])
}
