import Domain
import Testing

@Suite struct CodeBookTests {
  @Test func missingListIsAConfigurationError() throws {
    let book = CodeBook([CodeList(id: "sex", entries: [])])
    #expect(try book.list("sex").id == "sex")
    let error = try #require(throws: PipelineError.self) { try book.list("majors") }
    #expect(error.code == .unknownCodeList)
    #expect(error.description.contains("majors.csv"))
    #expect(error.description.hasSuffix("[TF301]"))
  }
}
