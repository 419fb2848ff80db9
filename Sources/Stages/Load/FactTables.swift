import Domain
import Warehouse

extension Datasets {
  /// The fact tables of all datasets.
  public var tables: [FactTable] { contracts.map { FactLayout($0).table } }
}
