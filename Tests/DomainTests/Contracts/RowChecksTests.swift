import Domain
import TestSupport
import Testing

@Suite struct RowChecksTests {
  private let today = Day(ordinal: 20_000)
  private let book: CodeBook

  init() throws { book = try Shipped.book }

  /// Runs all checks of `contract` on a row with these values.
  private func check(_ contract: Contract, _ values: [String: Int]) throws -> (problems: [Problem], row: RowValues) {
    var row = RowValues(count: contract.integerColumns.count)
    for (column, value) in values { row[contract.slot(column)] = value }
    var problems: [Problem] = []
    for check in contract.checks {
      problems += try check.bind(contract.layout, book)(&row, RowContext(today: today)).map(\.problem)
    }
    return (problems, row)
  }

  @Test(arguments: [(20_000, false), (20_001, false), (20_002, true)]) func mainDateMayBeTomorrow(
    day: Int, isFuture: Bool
  ) throws {
    // An expert's main date is the end of the term; what is registered may begin later, and a period goes on after a report.
    for contract in Contract.all where !["experts", "register", "counts", "items", "measures"].contains(contract.name) {
      let problems = try check(contract, [contract.mainDate: day]).problems
      #expect(problems == (isFuture ? [Problem(.future, contract.mainDate)] : []))
    }
    #expect(Rule.future.severity == .reject)
  }

  @Test func datesBeforeTheMainDateAreEmptied() throws {
    let (problems, row) = try check(
      .postings, ["posted_on": 100, "valid_until": 99, "wanted_by": 100, "closed_on": 50])
    #expect(problems == [Problem(.dateOrder, "valid_until"), Problem(.dateOrder, "closed_on")])
    #expect(row[Contract.postings.slot("valid_until")] == nil)
    #expect(row[Contract.postings.slot("closed_on")] == nil)
    #expect(row[Contract.postings.slot("wanted_by")] == 100)
  }

  @Test func stagesOutOfOrderAreToldOnceAndKept() throws {
    let (problems, row) = try check(
      .placements, ["referred_on": 100, "interviewed_on": 120, "hired_on": 110, "started_on": 90])
    #expect(problems == [Problem(.stageOrder, "hired_on")])
    #expect(row[Contract.placements.slot("hired_on")] == 110)
    #expect(try check(.placements, ["referred_on": 100, "hired_on": 100, "started_on": 101]).problems.isEmpty)
  }

  @Test func filledAboveOpeningsIsTold() throws {
    #expect(try check(.postings, ["openings": 2, "filled": 3]).problems == [Problem(.filled, "filled")])
    #expect(try check(.postings, ["openings": 3, "filled": 3]).problems.isEmpty)
    #expect(try check(.postings, ["filled": 3]).problems.isEmpty)
  }

  @Test func payLimitsBecomeAPay() throws {
    let slot = Contract.postings.slot
    let (problems, row) = try check(.postings, ["pay_min": 3000, "pay_max": 5000])
    #expect(problems.isEmpty)
    #expect((row[slot("pay_low")], row[slot("pay_high")]) == (3000, 5000))
    #expect(row[slot("pay_state")] == PayState.stated.rawValue)
    #expect(row[slot("pay_months")] == 12)
  }

  @Test func reversedPayLimitsAreEmptied() throws {
    let slot = Contract.postings.slot
    let (problems, row) = try check(.postings, ["pay_min": 5000, "pay_max": 3000])
    #expect(problems == [Problem(.pay, "pay_max")])
    #expect(row[slot("pay_low")] == nil && row[slot("pay_min")] == nil && row[slot("pay_max")] == nil)
  }

  @Test func statedPayGoesBeforeTheLimits() throws {
    let row = try check(.postings, ["pay_low": 4000, "pay_min": 3000, "pay_max": 5000]).row
    #expect(row[Contract.postings.slot("pay_low")] == 4000)
  }

  @Test func selfCarriedArchiveIsTold() throws {
    let carried = try #require(CodeNumber.number("4"))
    #expect(try check(.archives, ["transfer_mode": carried]).problems == [Problem(.selfCarried, "transfer_mode")])
    #expect(try check(.archives, ["transfer_mode": carried - 1]).problems.isEmpty)
    #expect(try Shipped.list("transfer-mode").entry(code: "4")?.name == "自带")
  }
}
