import Domain
import Foundation
import TestSupport
import Testing

@testable import Stages

@Suite struct ReviewListTests {
  private let folder: TestFolder
  private let list = CodeList(
    id: "education",
    entries: [
      .init(code: "20", name: "大学本科"), .init(code: "30", name: "大学专科", aliases: ["大专"]),
      .init(code: "40", name: "中等职业教育", aliases: ["中专"]),
    ])

  init() throws { folder = try TestFolder() }

  private func written(_ met: [(String, String, Int)]) throws -> ReviewList {
    var review = try ReviewList("education", in: folder.path)
    review.add(met.map { (source: $0.0, text: $0.1, rows: $0.2) }, list)
    try review.write(in: folder.path)
    return try ReviewList("education", in: folder.path)
  }

  private func code(_ answer: String) -> String? { list.entry(named: answer)?.code }

  private func answer(_ text: String, _ answer: String) throws {
    let path = ReviewList.path("education", in: folder.path)
    let lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\r\n").map { line in
      line.contains(text) ? String(line[...line.lastIndex(of: ",")!]) + answer : line
    }
    try lines.joined(separator: "\r\n").write(toFile: path, atomically: true, encoding: .utf8)
  }

  @Test func asksTheMostFrequentFirstWithSuggestions() throws {
    let review = try written([("a", "统招专科", 3), ("a", "专升本", 9), ("b", "统招专科", 5)])
    #expect(review.entries.map(\.text) == ["专升本", "统招专科", "统招专科"])
    #expect(review.entries.map(\.rows) == [9, 5, 3])
    #expect(review.entries[1].suggestions.first == "大学专科")
    #expect(review.entries.allSatisfy { $0.suggestions.count <= 3 && $0.answer.isEmpty })
  }

  @Test func answersBecomeValuesOfTheirSourceAndStay() throws {
    _ = try written([("a", "统招专科", 3), ("b", "统招专科", 5), ("a", "看情况", 2)])
    try answer("a,统招专科", "大专")
    try answer("看情况", "-")
    let review = try written([("a", "统招专科", 7), ("b", "统招专科", 5), ("a", "看情况", 2)])
    #expect(try review.values(of: "a", list, in: folder.path, code: code) == ["统招专科": "30"])
    #expect(try review.values(of: "b", list, in: folder.path, code: code) == [:])
    // What was answered is asked no more, but kept, also where nothing met it since.
    #expect(try written([]).entries.map(\.answer) == ["-", "大专"])
  }

  @Test func whatIsKnownByNowIsDropped() throws {
    _ = try written([("a", "统招专科", 3)])
    #expect(try written([]).entries.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: ReviewList.path("education", in: folder.path)))
  }

  @Test(arguments: ["博士", "20x"]) func anAnswerThatIsNoneIsRefusedWithItsLine(text: String) throws {
    _ = try written([("a", "统招专科", 3), ("a", "专升本", 1)])
    try answer("专升本", text)
    let review = try ReviewList("education", in: folder.path)
    let error = try #require(throws: PipelineError.self) {
      try review.values(of: "a", list, in: folder.path, code: code)
    }
    #expect(error.code == .wrongReviewList)
    #expect(error.place.hasSuffix("review/education.csv:3"))
  }

  @Test func aFileThatIsNoListIsRefused() throws {
    _ = try written([("a", "统招专科", 3)])
    try "a,b\n1,2\n".write(
      toFile: ReviewList.path("education", in: folder.path), atomically: true, encoding: .utf8)
    let error = try #require(throws: PipelineError.self) { _ = try ReviewList("education", in: folder.path) }
    #expect(error.code == .wrongReviewList)
  }

  @Test func textsThatLookLikeFormulasComeBackAsTheyWere() throws {
    _ = try written([("a", "=1+1", 3)])
    try answer("=1+1", "20")
    #expect(try written([("a", "=1+1", 3)]).values(of: "a", list, in: folder.path, code: code) == ["=1+1": "20"])
  }
}
