import Declarations
import Domain

/// The shipped datasets.
public enum TestDatasets {
  public static let all: Datasets = {
    do { return try DatasetFolder.read(Repository.file("Pipelines/datasets")) } catch {
      preconditionFailure("\(error)")
    }
  }()
}

extension Contract {
  public static let all = TestDatasets.all.contracts
  public static let postings = shipped("postings")
  public static let seekers = shipped("seekers")
  public static let placements = shipped("placements")
  public static let archives = shipped("archives")
  public static let experts = shipped("experts")

  private static func shipped(_ name: String) -> Contract {
    guard let contract = TestDatasets.all.named(name) else { preconditionFailure("no dataset \(name)") }
    return contract
  }
}
