import Domain
import Testing
import Warehouse

@testable import Tables

@Suite struct SQLFunctionsTests {
  private let connection: GuardedConnection

  init() throws {
    let drafts = try Drafts.shared.get()
    connection = try GuardedConnection(path: nil, datasets: [], lists: [], functions: drafts.functions)
  }

  private func value(_ expression: String) throws -> SQLValue {
    let statement = try connection.prepare("SELECT \(expression)")
    try statement.bind()
    #expect(try statement.step())
    return statement.value(0)
  }

  @Test(
    arguments: [
      ("workdays('2026-09-14', '2026-10-12')", .integer(16)), ("workdays('2026-09-30', '2026-10-08')", .integer(1)),
      ("workdays('2026-10-08', '2026-10-01')", .integer(0)), ("workdays('2026-09-18', '2026-09-20')", .integer(1)),
      ("workdays(NULL, '2026-09-20')", .null), ("add_workdays('2026-09-14', 15)", .text("2026-10-10")),
      ("add_workdays('2026-10-01', 0)", .text("2026-10-01")), ("add_workdays('2026-09-30', 1)", .text("2026-10-08")),
      ("add_workdays(NULL, 1)", .null), ("is_workday('2026-10-10')", .integer(1)),
      ("is_workday('2026-10-11')", .integer(0)), ("is_workday('2026-10-07')", .integer(0)),
      ("is_workday(NULL)", .integer(0)), ("add_months('2026-01-31', 1)", .text("2026-02-28")),
      ("add_months('2024-01-31', 1)", .text("2024-02-29")), ("add_months('2026-03-15', -12)", .text("2025-03-15")),
      ("add_months('2026-11-30', 3)", .text("2027-02-28")), ("add_months('2026-12-01', 1)", .text("2027-01-01")),
      ("months('2026-01', '2026-06')", .integer(5)), ("months('2026-04-10', '2025-12')", .integer(-4)),
      ("months(NULL, '2026-01')", .null), ("add_days('2026-02-27', 2)", .text("2026-03-01")),
      ("add_days('2026-01-01', -1)", .text("2025-12-31")), ("days('2026-01-01', '2026-03-01')", .integer(59)),
      ("days('2026-03-01', '2026-01-01')", .integer(-59)), ("quarter('2026-09-30')", .text("2026Q3")),
      ("quarter('2026-10-01')", .text("2026Q4")), ("quarter(NULL)", .null),
      ("below('2-02-05-01', '2-02')", .integer(1)), ("below('450602', '4506')", .integer(1)),
      ("below('2-02', '2-02-05')", .integer(0)), ("below('20205', '2-02')", .integer(1)),
      ("below(NULL, '2')", .integer(0)), ("NOT below(NULL, '2')", .integer(1)),
      ("level('2-02-05-01', 2)", .text("2-02")), ("level('2-02', 3)", .text("2-02")), ("level(NULL, 2)", .null),
      ("in_group('WTL', '东盟', '2025-10-25')", .integer(0)), ("in_group('WTL', '东盟', '2025-10-26')", .integer(1)),
      ("in_group('450621', '艰苦边远', '2026-06-30')", .integer(1)),
      ("in_group('450621', '艰苦边远', '2026-07-01')", .integer(0)), ("in_group(NULL, '东盟', '2026-01-01')", .integer(0)),
      ("group_of('来源地', '450502', '2026-01-01')", .text("北钦防")),
      ("group_of('来源地', '450100', '2026-01-01')", .text("广西其他")),
      ("group_of('来源地', '440100', '2026-01-01')", .text("大湾区九市")),
      ("group_of('来源地', 'WTL', '2025-01-01')", .text("其他国家")),
      ("group_of('来源地', 'X', '2025-01-01')", .null), ("group_of('来源地', NULL, '2025-01-01')", .null),
      (#"has('["网上","窗口"]', '窗口')"#, .integer(1)), (#"has('["网上", "窗口"]', '窗')"#, .integer(0)),
      ("has('[]', '')", .integer(0)), ("has(NULL, '窗口')", .integer(0)), (#"has('["a\"b"]', 'a"b')"#, .integer(1)),
      ("due('档案转递', '2026-09-14')", .text("2026-10-10")), ("due('回执', '2026-08-30')", .text("2026-09-29")),
      ("due('仲裁', '2026-01-01')", .text("2026-02-15")), ("due('仲裁', '2026-01-01', '2026-02-01')", .text("2026-03-02")),
      ("due('仲裁', '2026-01-01', 0)", .text("2026-02-15")), ("due('仲裁', '2026-01-01', NULL)", .text("2026-02-15")),
      ("due('备案', '2026-01-01', 1)", .text("2026-01-16")), ("due('没有', '2026-01-01')", .null),
      ("due('备案', NULL)", .null), ("earliest('2026-02-01', NULL, '2026-01-01')", .text("2026-01-01")),
      ("latest('2026-02-01', NULL, '2026-01-01')", .text("2026-02-01")), ("earliest(NULL, NULL)", .null),
      ("earliest(3, 2.5)", .real(2.5)), ("latest()", .null),
    ] as [(String, SQLValue)])
  func values(_ expression: String, _ expected: SQLValue) throws { #expect(try value(expression) == expected) }

  @Test(arguments: [
    "workdays('2026-02-30', '2026-03-01')", "workdays('2026', '2026-03-01')", "days('2026-1-1', '2026-03-01')",
    "add_days('9999-12-31', 1)", "add_months('9999-12-31', 1)", "add_months('2026-01', 1)", "quarter('2026')",
    "in_group('45', '没有', '2026-01-01')", "group_of('没有', '45', '2026-01-01')", "has('网上', '网上')",
    "has('[1]', '1')", "has('[\"a\"', 'a')", "earliest('a', 1)", "due('备案', 'x')", "add_days('', 1)",
  ])
  func wrongArgumentsStop(_ expression: String) throws {
    #expect(throws: GuardedSQLError.self) { _ = try value(expression) }
  }

  @Test func wrongNumbersOfArgumentsAreTold() throws {
    for expression in ["due('备案')", "due('备案', '2026-01-01', 1, 2)", "workdays('2026-01-01')", "quarter()"] {
      #expect(throws: GuardedSQLError.self) { _ = try connection.prepare("SELECT \(expression)") }
    }
  }
}
