import Declarations
import Domain
import Testing

@testable import Tables

/// The eighty checks of the drafts, which another program has proved.
@Suite struct DraftChecksTests {
  private let drafts: Drafts
  private let checks: [Check]

  init() throws {
    drafts = try Drafts.shared.get()
    checks = try CheckFolder.read("\(Drafts.folder)/checks")
  }

  @Test func everyExampleAgrees() throws {
    #expect(checks.count == 80)
    #expect(checks.map(\.examples.count).reduce(0, +) == 269)
    let proof = CheckProof(try drafts.connection(), encode: drafts.row)
    for check in checks { #expect(try proof.problems(check).map(\.description) == []) }
  }

  @Test func everyWordIsKnown() throws {
    for check in checks { #expect(UnknownWords.problems(in: check.select, words: drafts.words).isEmpty) }
  }

  @Test func derivedDatasetsKnowTheirWords() {
    for select in drafts.views.compactMap(\.select) {
      let text = Condition(select.sql, path: select.path, line: 1, column: 1)
      #expect(UnknownWords.problems(in: text, words: drafts.words).isEmpty)
    }
  }
}
