import Domain
import GRDB
import Warehouse

/// Counts the cube anew from the facts where the province whose counties it keeps has changed: by then what was added
/// under the former one could no longer be taken away.
public struct CubeRecount {
  private static let setting = "cube province"

  private let db: Database
  private let datasets: Datasets
  private let homeRegion: String

  /// - Parameter homeRegion: 6-digit code whose province keeps its counties in the cube.
  public init(_ db: Database, _ datasets: Datasets, homeRegion: String) {
    self.db = db
    self.datasets = datasets
    self.homeRegion = homeRegion
  }

  /// - Returns: true where it was counted.
  public func run() throws -> Bool {
    let province = String(homeRegion.prefix(2))
    // A warehouse that does not say yet was counted for its pipeline as it is.
    guard try Ledger.setting(db, CubeRecount.setting, default: province) != province else { return false }
    try db.execute(sql: "DELETE FROM cube")
    for layout in datasets.contracts.map(FactLayout.init)
    where CubeContribution(layout, homeRegion: homeRegion) != nil {
      var cube = CubeUpdate(layout, homeRegion: homeRegion, crossTables: CrossTables())
      try layout.eachRow(db) {
        cube.applyToCube($0, sign: 1)
        try cube.flushIfLarge(db)
      }
      try cube.flush(db)
    }
    try Ledger.set(db, CubeRecount.setting, province)
    return true
  }
}
