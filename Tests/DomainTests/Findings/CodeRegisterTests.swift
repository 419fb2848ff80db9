import Domain
import Foundation
import Testing

/// Every code has one meaning, in words, and stands on the page.
@Suite struct CodeRegisterTests {
  private static let root = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
    .replacing("//", with: "/")

  @Test func everyCodeHasOneRowAndEveryRowACode() {
    let codes = ErrorCode.allCases.map(\.description) + Rule.allCases.map(\.rawValue)
    #expect(Set(codes).count == codes.count)
    #expect(CodeRegister.all.map(\.code) == codes)
    #expect(codes.allSatisfy { CodeRegister.words(named: $0)?.code == $0 })
  }

  @Test func everyCodeHasItsOwnMeaningAndARemedy() {
    for words in CodeRegister.all {
      for text in [words.meaning.zh, words.meaning.en, words.remedy.zh, words.remedy.en] {
        #expect(!text.isEmpty && !text.contains("|") && !text.contains("\n"), "\(words.code)")
      }
    }
    #expect(Set(CodeRegister.all.map(\.meaning.zh)).count == CodeRegister.all.count)
    #expect(Set(CodeRegister.all.map(\.meaning.en)).count == CodeRegister.all.count)
  }

  @Test func codesAreReadAsTheyAreWritten() {
    for text in ["TF413", "tf413", "413"] { #expect(ErrorCode(text) == .noBulletin) }
    for text in ["", "TF", "TF41", "TF4133", "X413", "TF+13", "４１３", "TF999"] { #expect(ErrorCode(text) == nil) }
    #expect(ErrorCode.number("TF999") == 999)
    #expect(ErrorCode.nearest(999) == [.wrongScorecard, .noPostingRules, .wrongToday])
    #expect(PipelineError(.noFile, .noInput, at: "x", "m", remedy: "r").description == "x: m。r [TF101]")
  }

  /// Whatever the sources and documents write as a code is one; a number that was given up does not live on there.
  @Test func writtenCodesAreKnown() throws {
    var count = 0
    for top in ["Sources", "Pipelines", "README.md"] {
      let path = CodeRegisterTests.root + "/" + top
      let names = FileManager.default.enumerator(atPath: path)?.allObjects as? [String] ?? []
      for file in names.isEmpty ? [path] : names.map({ "\(path)/\($0)" }) {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { continue }
        for match in text.matches(of: /TF[0-9]{3}/) {
          count += 1
          #expect(ErrorCode(String(match.output)) != nil, "\(file): \(match.output)")
        }
      }
    }
    #expect(count > 300)
  }

  /// Re-recorded only with TALENTFLOW_RECORD=1.
  @Test func committedPageIsTheRegister() throws {
    let file = URL(fileURLWithPath: CodeRegisterTests.root + "/Sources/talentflow/CODES.md")
    if ProcessInfo.processInfo.environment["TALENTFLOW_RECORD"] == "1" {
      try Data(CodeRegister.page.utf8).write(to: file)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == CodeRegister.page)
  }
}
