import Declarations
import Domain
import Testing
import Warehouse

@testable import Tables

@Suite struct CheckRunnerTests {
  private let drafts: Drafts
  private let connection: DatasetConnection
  private let checks: [String: Check]
  private let day = Day(iso: "2026-09-30")!

  init() throws {
    drafts = try Drafts.shared.get()
    connection = try drafts.connection()
    let all = try CheckFolder.read("\(Drafts.folder)/checks")
    checks = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
  }

  private func add(_ dataset: String, _ fields: [String: String]) throws {
    try connection.insert(into: dataset, try drafts.row(dataset, fields))
  }

  private func run(_ check: Check?, rules: CheckRules = CheckRules(), delivered: Set<String> = ["agencies", "claims"])
    throws -> CheckList
  {
    try CheckRunner(connection, rules: rules, delivered: delivered, day: day).run(try #require(check))
  }

  /// A check whose file reads `SELECT …`.
  private func check(_ select: String, header: String = "-- entry: claims\n") throws -> Check {
    try CheckFile.read(
      """
      -- id: Z-01
      -- zh: 试
      -- level: correct due
      -- section: 甲科
      -- clause: 条
      -- remedy: 改
      \(header)\(select)
      -- day: 2026-09-30
      -- + claims claim_id=1
      -- - claims claim_id=2
      -- - claims claim_id=3
      """, path: "Z-01.sql")
  }

  @Test func valuesOfTheBureau() throws {
    try add("agencies", ["paper_no": "P1", "valid_until": "2026-12-29"])
    let usual = try run(checks["G-01"])
    #expect(usual.lines.count == 1)
    let own = CheckRules(values: ["G-01": ["days": .integer(60)]])
    let changed = try run(checks["G-01"], rules: own)
    #expect(changed.lines.isEmpty)
    #expect(usual.version != changed.version)
    #expect(try run(checks["G-01"]).version == usual.version)
  }

  @Test func whatIsMissingOrOff() throws {
    func outcome(_ id: String, _ delivered: Set<String>, off: Set<String> = []) throws -> String {
      switch try run(checks[id], rules: CheckRules(off: off), delivered: delivered).outcome {
      case .found: "on"
      case .missing(let needs): "missing " + needs.joined(separator: " ")
      case .unset(let rules): "unset " + rules.joined(separator: " ")
      case .off: "off"
      case .tooMany: "many"
      case .steppedDown: "down"
      }
    }
    #expect(try outcome("R-06", ["register"]) == "missing register.kind=竞业限制")
    #expect(try outcome("R-06", ["register", "register.kind=竞业限制"]) == "on")
    #expect(try outcome("R-06", ["register", "register.kind=竞业限制"], off: ["R-06"]) == "off")
    #expect(try outcome("R-06", []) == "missing register register.kind=竞业限制")
    #expect(try outcome("B-05", ["claims"]) == "missing register")
  }

  @Test func derivedDatasetsCameWithWhatTheyAreMadeOf() throws {
    let one = try check("SELECT placement_id AS entry FROM hires", header: "-- needs: hires\n")
    guard case .missing(let needs) = try run(one).outcome else { throw Unexpected() }
    #expect(needs == ["placements"])
    #expect(try run(one, delivered: ["placements"]).lines.isEmpty)
  }

  private struct Unexpected: Error {}

  @Test(arguments: [
    ("SELECT entry, person AS figure FROM claims", "人员或住房"), ("SELECT entry, scheme FROM claims", "不认识的列 scheme"),
    ("SELECT region FROM claims", "缺少列 entry"), ("SELECT NULL AS entry FROM claims", "entry 为空"),
    ("SELECT entry || 'x' AS entry FROM claims", "不是 claims 的一行"),
    ("SELECT entry, 'advise' AS level FROM claims", "level 的值"), ("SELECT entry, 7 AS level FROM claims", "level 的值"),
    ("SELECT entry, 'register' AS dataset FROM claims", "dataset 是 register"),
    ("SELECT entry, region, unit_name AS region FROM claims", "两列同名"),
  ])
  func whatAListMayNotHold(_ select: String, _ message: String) throws {
    try add("claims", ["claim_id": "C1", "person": "7"])
    let error = try #require(throws: PipelineError.self) { _ = try run(check(select)) }
    #expect(error.code == .wrongCheckResult)
    #expect(error.message.contains(message))
  }

  @Test func mistakesAreToldWithTheirPlaceEvenWhereTheCheckIsOff() throws {
    let wrong = try check("SELECT entry,\n  nobody FROM claims")
    let error = try #require(throws: PipelineError.self) { _ = try run(wrong, rules: CheckRules(off: ["Z-01"])) }
    #expect(error.place == "Z-01.sql:9:3")
    let value = try #require(throws: PipelineError.self) {
      _ = try run(check("SELECT entry FROM claims WHERE applied_on > :nobody"))
    }
    #expect(value.place == "Z-01.sql:8:45")
  }

  @Test func linesOfOneLeadAreOneCase() throws {
    for (id, unit) in [("3", "a"), ("1", "b"), ("2", "a")] { try add("claims", ["claim_id": id, "unit_name": unit]) }
    let list = try run(check("SELECT entry, unit_name AS lead, entry = '2' AS urgent FROM claims"))
    #expect(list.lines.map { $0.text(.entry) } == ["2", "3", "1"])
    #expect(list.leads.map(\.lead) == ["a", "b"])
    #expect(list.leads.map(\.lines.count) == [2, 1])
  }

  @Test func tooManyLinesAreNoList() throws {
    for number in 0..<101 { try add("claims", ["claim_id": "\(number)"]) }
    let list = try run(check("SELECT a.entry, b.entry AS other FROM claims a, claims b"))
    guard case .tooMany(let count) = list.outcome else { throw Unexpected() }
    #expect(count == 10_201)
  }
}
