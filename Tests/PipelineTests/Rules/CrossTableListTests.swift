import Declarations
import Domain
import TestSupport
import Testing

@testable import Pipeline

@Suite struct CrossTableListTests {
  private let folder: ProjectFolder

  init() throws { folder = try ProjectFolder() }

  private func read(_ by: String) throws -> [CrossTable] {
    try folder.write("cross_tables:\n- {id: jobs, by: [\(by)]}\n", "pipeline.yaml")
    let map = try YAMLMap(file: folder.path + "/pipeline.yaml", keys: ["cross_tables"])
    return try CrossTableList.read(
      map, TestDatasets.all, CodeListFolder.read(ProjectFolder.shipped + "/codelists"), path: map.path)
  }

  @Test func levelsOfTheLists() throws {
    let axes = try read("region/3, occupation/4, education, experience_years")[0].axes
    #expect(axes.map(\.column) == ["region", "occupation", "education", "experience_years"])
    #expect(axes.map(\.level) == [3, 4, nil, nil])
  }

  @Test(arguments: [
    ("region/4", "没有级别 region/4", "1 至 3 级"), ("occupation/5", "没有级别 occupation/5", "1 至 4 级"),
    ("occupation/0", "没有级别 occupation/0", "1 至 4 级"), ("occupation/x", "没有级别 occupation/x", "1 至 4 级"),
    ("experience_years/1", "不分级", "写成 experience_years"), ("ocupation", "不能按 ocupation 分组", "是否应为 occupation?"),
    ("", "一至四项", "by: [region/2"),
  ])
  func errorsNameTheirPlace(by: String, message: String, remedy: String) throws {
    let error = try failure { try read(by) }
    #expect(error.code == .wrongValue && error.place == "pipeline.yaml:2:18", "\(error)")
    #expect(error.text.contains(message) && error.text.contains(remedy), "\(error.text)")
  }
}
