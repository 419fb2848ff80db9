import Domain
import Warehouse

/// Brings the axes of the cube in line with how they are declared: one that is new, or is made from something else than
/// when it was counted, is counted anew from the facts, and one that is declared no more is removed.
///
/// All are counted anew where the province whose counties the cube keeps has changed: by then what was added under the
/// former one could no longer be taken away.
public struct CubeRecount {
  /// What was counted anew.
  public struct Result: Sendable, Equatable {
    /// True where the province had changed.
    public let isOtherProvince: Bool
    /// Axes, as `postings/age`.
    public let axes: [String]
  }

  private static let setting = "cube province"
  /// Of an axis whose dataset is declared no more and whose cells are gone.
  private static let uncounted = ""

  private let db: Database
  private let datasets: Datasets
  private let homeRegion: String?

  /// - Parameter homeRegion: 6-digit code whose province keeps its counties in the cube.
  public init(_ db: Database, _ datasets: Datasets, homeRegion: String) {
    self.init(db, datasets: datasets, homeRegion: homeRegion)
  }

  private init(_ db: Database, datasets: Datasets, homeRegion: String?) {
    self.db = db
    self.datasets = datasets
    self.homeRegion = homeRegion
  }

  /// - Throws: `PipelineError` TF760 where an axis does not fit its dataset, TF761 where there are more axes than numbers.
  public func run() throws -> Result {
    let province = String((homeRegion ?? "").prefix(2))
    // A warehouse that does not say yet was counted for its pipeline as it is.
    let isOther = try Ledger.setting(db, CubeRecount.setting, default: province) != province
    let names = Set(CubeAxis.all.map { [$0.dataset, $0.name] })
    for axis in try CubeAxisStore.all(db) {
      if !names.contains([axis.dataset, axis.name]) {
        try CubeAxisStore.remove(db, axis.number)
      } else if isOther, datasets.named(axis.dataset) == nil {
        // Its facts stay, so that it is counted when the dataset is declared again.
        _ = try CubeAxisStore.begin(db, dataset: axis.dataset, name: axis.name, definition: CubeRecount.uncounted)
      }
    }
    let counted = try settle(CubeAxis.all, anew: isOther).counted
    if isOther { try Ledger.set(db, CubeRecount.setting, province) }
    return Result(isOtherProvince: isOther, axes: counted.map { "\($0.dataset)/\($0.name)" })
  }

  /// The axes that rows of a dataset are counted by, after making sure that what is stored of each is what it is declared
  /// to be. Who adds to the cube asks for them here, so that nothing is ever added to an axis of another definition.
  ///
  /// - Throws: as `run`.
  static func axes(_ db: Database, of contract: Contract, homeRegion: String?) throws -> CubeAxes {
    try CubeRecount(db, datasets: Datasets([contract]), homeRegion: homeRegion)
      .settle(CubeAxis.of(contract.name), anew: false).axes
  }

  private func settle(_ declared: [CubeAxis], anew: Bool) throws -> (axes: CubeAxes, counted: [CubeAxis]) {
    let stored = try CubeAxisStore.all(db)
    var all: [(axis: CubeAxis, number: CubeAxisNumber)] = []
    var stale: [(axis: CubeAxis, number: CubeAxisNumber)] = []
    for axis in declared {
      guard let definition = datasets.named(axis.dataset).map({ axis.definition($0.roles) }) else { continue }
      let known = stored.first { ($0.dataset, $0.name) == (axis.dataset, axis.name) }
      let isCurrent = known?.definition == definition && !anew
      let value: Int
      if let known, isCurrent {
        value = known.number
      } else {
        value = try CubeAxisStore.begin(db, dataset: axis.dataset, name: axis.name, definition: definition)
      }
      guard let number = CubeAxisNumber(value) else {
        throw PipelineError(
          .tooManyAxes, .software, at: "cube_axis", "累计表的轴超过 \(CubeAxisNumber.limit) 个", remedy: "请把这一行发给开发者")
      }
      all.append((axis, number))
      if !isCurrent { stale.append((axis, number)) }
    }
    try count(CubeAxes(stale))
    return (CubeAxes(all), stale.map(\.axis))
  }

  /// Counts some axes, which are empty, from all current rows: in one pass a dataset.
  private func count(_ axes: CubeAxes) throws {
    for layout in datasets.contracts.map(FactLayout.init)
    where axes.numbers.contains(where: { $0.axis.dataset == layout.contract.name }) {
      var cube = try CubeUpdate(layout, axes: axes, homeRegion: homeRegion, crossTables: CrossTables())
      try layout.eachRow(db) {
        cube.applyToCube($0, sign: 1)
        try cube.flushIfLarge(db)
      }
      try cube.flush(db)
    }
  }
}
