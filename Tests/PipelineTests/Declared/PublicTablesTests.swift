import Domain
import Tables
import TestSupport
import Testing

@testable import Pipeline

/// Public tables that no suppression could make up for are refused.
@Suite struct PublicTablesTests {
  private func table(
    _ id: String, _ dataset: String, every: Period.Unit = .quarter, audience: Audience = .everybody,
    kind: FigureKind? = nil
  ) -> TableDefinition {
    let condition = Condition("1", path: "\(id).yaml", line: 5, column: 9)
    let figure = FigureDefinition(
      id: "n", label: Label(zh: "数", en: "Number"), unit: Label(zh: "", en: ""),
      kind: kind ?? .count(CountFigure(condition)), place: "\(id).yaml:5:3")
    return TableDefinition(
      id: id, title: Label(zh: "表", en: "Table"), dataset: dataset, every: every, figures: [figure], audience: audience,
      path: "\(id).yaml")
  }

  private func derived(_ name: String, from base: String, _ contributor: Roles.Contributor?) -> DatasetView {
    DatasetView(
      name: name, title: Label(zh: "得来", en: "Derived"), columns: [.init("entry", .text)],
      roles: Roles(contributor: contributor), contributor: nil,
      select: .init(sql: "SELECT entry FROM \(base)", path: "\(name).sql"))
  }

  private func refusal(
    _ tables: [TableDefinition], _ derived: [DatasetView] = [], hasMarket: Bool = true
  ) throws -> PipelineError? {
    let datasets = Datasets(TestDatasets.all.contracts, derived: derived)
    let memory = try DatasetConnection(path: nil, views: datasets.views, lists: [], functions: [])
    do { try PublicTables(tables, datasets, on: memory, hasMarket: hasMarket).check() } catch {
      return error as? PipelineError
    }
    return nil
  }

  /// What T1 to T14 print and a table of one's own count of the same rows can be subtracted.
  @Test(arguments: ["postings", "seekers"]) func theMarketIsNotCountedAgain(_ dataset: String) throws {
    let told = try #require(try refusal([table("Z1", dataset)]))
    #expect(told.code == .unsafePublicTable && told.place == "Z1.yaml:1:1" && told.message.contains(dataset))
    #expect(
      try refusal([table("Z1", "own")], [derived("own", from: dataset, .field("employer"))])?.code == .unsafePublicTable
    )
    let twice = [derived("mine", from: "own", .field("employer")), derived("own", from: dataset, .field("employer"))]
    #expect(try refusal([table("Z1", "mine")], twice)?.code == .unsafePublicTable)
    #expect(try refusal([table("Z1", dataset, audience: .bureau)]) == nil)
    #expect(try refusal([table("Z1", dataset)], hasMarket: false) == nil)
    // Nothing can be subtracted from a median.
    let median = QuantileFigure(of: Condition("1", path: "Z1.yaml", line: 5, column: 9), at: [0.5])
    #expect(try refusal([table("Z1", dataset, kind: .quantile(median))]) == nil)
  }

  /// Of placements the market has its hires alone, which declared tables are decided with.
  @Test func placementsAreDecidedWithTheMarket() throws {
    #expect(try refusal([table("Z1", "placements")]) == nil)
    #expect(try refusal([table("Z1", "own")], [derived("own", from: "placements", .field("person"))]) == nil)
    #expect(
      try refusal([table("Z1", "own")], [derived("own", from: "placements", .nobody)])?.code == .unsafePublicTable)
  }

  @Test func aDerivedDatasetKeepsItsContributor() throws {
    #expect(try refusal([table("Z1", "own")], [derived("own", from: "archives", .field("person"))]) == nil)
    for other: Roles.Contributor? in [.nobody, .field("archive_id"), nil] {
      #expect(try refusal([table("Z1", "own")], [derived("own", from: "archives", other)])?.code == .unsafePublicTable)
    }
  }

  @Test func monthsAndQuartersAreNotMixed() throws {
    #expect(try refusal([table("Z1", "archives"), table("Z2", "archives")]) == nil)
    #expect(try refusal([table("Z1", "archives"), table("Z2", "archives", every: .month)])?.code == .unsafePublicTable)
    #expect(try refusal([table("Z1", "archives"), table("Z2", "archives", every: .month, audience: .bureau)]) == nil)
  }
}
