import Declarations
import Foundation
import TestSupport

/// A folder with a small pipeline.
final class ProjectFolder: TestFolder, @unchecked Sendable {
  static let shipped = Repository.file("Pipelines")

  override init() throws {
    try super.init()
    for folder in ["codelists", "tables"] {
      try FileManager.default.createDirectory(atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
    }
    let shipped = "\(ProjectFolder.shipped)/tables"
    for name in try FileManager.default.contentsOfDirectory(atPath: shipped) {
      guard name.hasSuffix(".yaml"), try MarketTableFile.isOne(YAMLMap(file: "\(shipped)/\(name)", keys: [])) else {
        continue
      }
      try FileManager.default.copyItem(atPath: "\(shipped)/\(name)", toPath: "\(path)/tables/\(name)")
    }
  }

  /// A pipeline file that is right.
  static let pipeline = """
    pipeline: test
    title: {zh: 公报, en: Bulletin}
    publisher: {zh: 人社局, en: Bureau}
    home_region: "450600"
    warehouse: ../data/warehouse.sqlite
    work: ./work
    inputs:
    - {source: source.yaml, files: in/*.csv}
    period: 2026Q3
    regions:
    - {code: "450600", en: Fangchenggang}
    rules: \(shipped)/rules
    codelists: codelists
    templates: templates
    publish: /srv/reports
    datasets: \(shipped)/datasets
    """

  static let source = """
    source: test
    title: 测试
    contract: postings
    """
}
