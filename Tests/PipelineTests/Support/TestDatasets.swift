import Declarations
import Domain
import Foundation

/// The shipped datasets.
enum TestDatasets {
  static let all: Datasets = {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/../../../Pipelines/datasets"
    do { return try DatasetFolder.read(folder) } catch { preconditionFailure("\(error)") }
  }()
}

extension Contract {
  static let all = TestDatasets.all.contracts
  static let postings = shipped("postings")
  static let seekers = shipped("seekers")
  static let placements = shipped("placements")
  static let archives = shipped("archives")
  static let experts = shipped("experts")

  private static func shipped(_ name: String) -> Contract {
    guard let contract = TestDatasets.all.named(name) else { preconditionFailure("no dataset \(name)") }
    return contract
  }
}
