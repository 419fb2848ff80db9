import Domain
import Foundation
import Tabular

/// The main figures of an edition as a small table for the screen: read from its own tables, so that nothing is said that
/// it does not publish.
struct EditionGlance {
  private static let heads = ["地区", "需求人数", "求职人数", "求人倍率", "录用人数"]

  /// Folder of the edition.
  let path: String
  let period: Period

  /// One line a place, below the heads; none where the edition has no such tables.
  var lines: [String] {
    guard let trend = table("trend") else { return [] }
    let hires = table("T14")?.rows.filter { $0["row"] == "hires" } ?? []
    let rows = trend.rows.filter { $0["period"] == period.description }.map { row in
      [
        row["region_name"], row["demand"], row["seekers"], row["ratio"],
        hires.first { $0["region"] == row["region"] }?["value"],
      ].map { $0 ?? "" }
    }
    guard !rows.isEmpty else { return [] }
    let all = [EditionGlance.heads] + rows
    let widths = EditionGlance.heads.indices.map { column in all.map { EditionGlance.width($0[column]) }.max() ?? 0 }
    return all.map { cells in
      let padded = zip(cells, widths).enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: cell.1 - EditionGlance.width(cell.0))
        return column == 0 ? cell.0 + blanks : blanks + cell.0
      }
      return "  " + padded.joined(separator: "  ")
    }
  }

  private func table(_ name: String) -> SmallTable? {
    FileManager.default.contents(atPath: "\(path)/tables/\(name).csv").flatMap { try? SmallTable(Array($0)) }
  }

  /// Columns on a terminal: a Chinese character takes two.
  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }
}
