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
        columns: [region, month, share, starts]
        rows:
        - {region: "450602", month: 1990, share: 0.5, starts: 2023-11-01}
        - {region: "450603"}
        """
      ).first)
    #expect(list.id == "wages" && list.columns == ["region", "month", "share", "starts"])
    #expect(list.rows[0] == [.text("450602"), .integer(1990), .real(0.5), .text("2023-11-01")])
    #expect(list.rows[1] == [.text("450603"), nil, nil, nil] && list.words == ["450602", "2023-11-01", "450603"])
  }

  /// As shipped: every row is switched off.
  @Test func nothingEnteredIsNoRow() throws {
    #expect(try lists("columns: [month]\nrows:\n# - {month: 1}\n").first?.rows.isEmpty == true)
    #expect(try RuleListFile.all(in: "/nowhere").isEmpty)
  }

  @Test(arguments: [
    ("columns: [month, month]\nrows: []", 1), ("columns: [Month]\nrows: []", 1),
    ("columns: [month]\nrows:\n- {months: 1}", 3), ("columns: [month]\nrows: 5", 2), ("column: [month]", 1),
  ])
  func mistakesHaveAPlace(_ text: String, _ line: Int) throws {
    let error = try #require(throws: PipelineError.self) { try lists(text) }
    #expect(error.place.contains("wages.yaml:\(line):"), "\(error.place)")
  }
}
