import Declarations
import Domain
import TestSupport
import Testing

/// Values that the bureau enters for conditions to read.
@Suite struct RuleListFileTests {
  private func lists(_ text: String) throws -> [RuleList] {
    let folder = try TestFolder()
    try folder.write(text, "lists/wages.yaml")
    return try RuleListFile.all(in: folder.file("lists"))
  }

  @Test func valuesKeepTheirKinds() throws {
    let list = try #require(
      try lists(
        """
        columns: {region: region, month: number, share: number, starts: date}
        rows:
        - {region: "450602", month: 1990, share: 0.5, starts: 2023-11-01}
        - {region: 450603, starts: "2024-02-29"}
        """
      ).first)
    #expect(list.id == "wages" && list.columns == ["region", "month", "share", "starts"])
    #expect(list.rows[0] == [.text("450602"), .integer(1990), .real(0.5), .text("2023-11-01")])
    #expect(
      list.rows[1] == [.text("450603"), nil, nil, .text("2024-02-29")]
        && list.words == ["450602", "2023-11-01", "450603", "2024-02-29"])
  }

  /// As shipped: every row is switched off.
  @Test func nothingEnteredIsNoRow() throws {
    #expect(try lists("columns: {month: number}\nrows:\n# - {month: 1}\n").first?.rows.isEmpty == true)
    #expect(try RuleListFile.all(in: "/nowhere").isEmpty)
  }

  @Test(arguments: [
    ("columns: [month]\nrows: []", 1), ("columns: {Month: number}\nrows: []", 1),
    ("columns: {month: money}\nrows: []", 1),
    ("columns: {month: number}\nrows:\n- {months: 1}", 3), ("columns: {month: number}\nrows: 5", 2),
    ("column: {month: number}", 1), ("columns: {month: number}\nrows:\n- {month: -1990}", 3),
    ("columns: {month: number}\nrows:\n- {month: 1990元}", 3), ("columns: {at: region}\nrows:\n- {at: 港口区}", 3),
    ("columns: {since: date}\nrows:\n- {since: 2023年11月}", 3),
    ("columns: {since: date}\nrows:\n- {since: 2023-02-29}", 3),
  ])
  func mistakesHaveAPlace(_ text: String, _ line: Int) throws {
    let error = try #require(throws: PipelineError.self) { try lists(text) }
    #expect(error.place.contains("wages.yaml:\(line):"), "\(error.place)")
  }
}
