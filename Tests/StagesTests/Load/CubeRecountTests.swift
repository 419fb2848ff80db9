import Domain
import TestSupport
import Testing
import Warehouse

@testable import Stages

@Suite struct CubeRecountTests {
  private func filled() throws -> TestWarehouse {
    var warehouse = try TestWarehouse()
    var other = PostingRow(["学历要求": "本科", "年龄要求": "18-45岁"])
    other.id = "2"
    try warehouse.take([PostingRow(["学历要求": "大专", "关闭日期": "2026-08-01"]), other])
    return warehouse
  }

  private func run(_ warehouse: TestWarehouse, _ region: String = "450600") throws -> CubeRecount.Result {
    try warehouse.queue.write { try CubeRecount($0, TestDatasets.all, homeRegion: region).run() }
  }

  /// What the migration says of the cubes of older programs is what this one would count.
  @Test func anOlderWarehouseIsNotCountedAnew() throws {
    let warehouse = try TestWarehouse()
    let stored = try warehouse.queue.read(CubeAxisStore.all)
    #expect(stored.map { "\($0.dataset)/\($0.name)" } == CubeAxis.all.map { "\($0.dataset)/\($0.name)" })
    #expect(
      try stored.map(\.definition)
        == CubeAxis.all.map { $0.definition(try TestDatasets.all.required($0.dataset).roles) })
    #expect(try run(warehouse) == CubeRecount.Result(isOtherProvince: false, axes: []))
  }

  @Test func anAxisOfAnotherDefinitionIsCountedAnewAlone() throws {
    let warehouse = try filled()
    _ = try run(warehouse)
    let change = "UPDATE cube SET registered = registered + 1 WHERE axis IN (7, 8)"
    try warehouse.queue.write { db in
      try db.execute(sql: change)
      try db.execute(sql: "UPDATE cube_axis SET definition = 'otherwise' WHERE number = 7")
    }
    #expect(try run(warehouse).axes == ["postings/age"])
    // The axis of education is as wrong as it was made: nothing asked for it to be counted.
    let found = try warehouse.cubeDifferences()
    #expect(!found.isEmpty && found.allSatisfy { $0.key.hasPrefix("postings/education") })
    #expect(try run(warehouse).axes == [])
  }

  /// Nothing is added to an axis of another definition, whoever forgets to ask for a recount before.
  @Test func aLoadCountsItFirst() throws {
    var warehouse = try filled()
    try warehouse.queue.write { db in
      try db.execute(sql: "UPDATE cube_axis SET definition = 'otherwise' WHERE number = 7")
      try db.execute(sql: "DELETE FROM cube WHERE axis IN (7, 9)")
      try db.execute(sql: "DELETE FROM cube_axis WHERE number = 9")
    }
    var row = PostingRow()
    row.id = "3"
    try warehouse.take([row])
    #expect(try warehouse.cubeDifferences() == [])
    #expect(try warehouse.integer("SELECT sum(registered) FROM cube WHERE axis = 7") == 6)
  }

  @Test func anAxisThatNothingDeclaresIsRemoved() throws {
    let warehouse = try filled()
    try warehouse.queue.write { db in
      let number = try CubeAxisStore.begin(db, dataset: "postings", name: "colour", definition: "d")
      try db.execute(sql: "INSERT INTO cube VALUES (\(number), 24318, 1450602, 1, 1, 0, 0, 0)")
    }
    #expect(try run(warehouse).axes == [])
    #expect(try warehouse.integer("SELECT count(*) FROM cube_axis") == CubeAxis.all.count)
    #expect(try warehouse.cubeDifferences() == [])
  }

  @Test func anotherProvinceCountsAllAnew() throws {
    let warehouse = try filled()
    _ = try run(warehouse)
    let all = CubeAxis.all.map { "\($0.dataset)/\($0.name)" }
    #expect(try run(warehouse, "440300") == CubeRecount.Result(isOtherProvince: true, axes: all))
    #expect(try warehouse.integer("SELECT count(*) FROM cube WHERE axis = 2") == 0)
    #expect(try run(warehouse).isOtherProvince)
    #expect(try warehouse.cubeDifferences() == [])
  }

  /// A bureau without a dataset keeps its axes; under another province they are counted when it is declared again.
  @Test func anAxisOfADatasetThatIsDeclaredNoMore() throws {
    let warehouse = try filled()
    _ = try run(warehouse)
    func recount(_ datasets: [Contract], _ region: String) throws -> [String] {
      try warehouse.queue.write { try CubeRecount($0, Datasets(datasets), homeRegion: region).run().axes }
    }
    #expect(try recount([.seekers], "450600") == [])
    #expect(try warehouse.cubeDifferences() == [])
    #expect(try recount([.seekers], "440300").allSatisfy { $0.hasPrefix("seekers/") })
    #expect(try warehouse.integer("SELECT count(*) FROM cube") == 0)
    #expect(try recount(Contract.all, "450600").count == CubeAxis.all.count)
    #expect(try warehouse.cubeDifferences() == [])
  }

  @Test func namesAreUnique() { #expect(Set(CubeAxis.all.map { [$0.dataset, $0.name] }).count == CubeAxis.all.count) }

  /// A dataset has the axes that are declared for it, and none without.
  @Test func anotherDatasetIsNotTakenForSeekers() throws {
    let number = try #require(CubeAxisNumber(1))
    let axes = CubeAxes(CubeAxis.all.map { ($0, number) })
    for contract in Contract.all {
      let contribution = try CubeContribution(FactLayout(contract), axes: axes, homeRegion: "450600")
      #expect((contribution == nil) == CubeAxis.of(contract.name).isEmpty)
    }
    // One with all that seekers have.
    let seekers = Contract.seekers
    let third = Contract(
      name: "visits", title: seekers.title, key: seekers.key, roles: seekers.roles, lifeDays: seekers.lifeDays,
      fields: seekers.fields)
    #expect(try CubeContribution(FactLayout(third), axes: axes, homeRegion: nil) == nil)
    let age = CubeAxes([(CubeAxis("visits", "age", .ageAtStart(birth: "birth")), number)])
    #expect(try CubeContribution(FactLayout(third), axes: age, homeRegion: nil) != nil)
  }

  @Test(
    arguments: [
      CubeAxis("seekers", "age", .ageAtStart(birth: "born")), CubeAxis("seekers", "total", rows: .originals, .all),
      CubeAxis("postings", "level", .level(title: "title_level", skill: "skill")), CubeAxis("archives", "total", .all),
    ]) func anAxisThatDoesNotFitIsRefused(axis: CubeAxis) throws
  {
    let layout = FactLayout(try TestDatasets.all.required(axis.dataset))
    let axes = CubeAxes([(axis, try #require(CubeAxisNumber(1)))])
    let error = #expect(throws: PipelineError.self) {
      _ = try CubeContribution(layout, axes: axes, homeRegion: nil)
    }
    #expect(error?.code == .cubeColumns)
  }
}
