import Domain
import Warehouse

/// The fact tables of all contracts.
public enum FactTables {
  public static let all: [FactTable] = Contract.all.map { FactLayout($0).table }
}
