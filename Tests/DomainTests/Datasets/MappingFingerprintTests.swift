import Domain
import TestSupport
import Testing

@Suite struct MappingFingerprintTests {
  private func book(alias: String = "") -> CodeBook {
    let lists = [
      "ownership", "industry", "occupations", "education", "title-level", "skill-level", "sex", "regions",
      "employment-type", "close-reason",
    ]
    return CodeBook(
      lists.map {
        CodeList(id: $0, entries: [CodeList.Entry(code: "11", name: $0, aliases: alias.isEmpty ? [] : [alias])])
      })
  }

  @Test func everythingThatDecidesTheReadingCounts() throws {
    let source = SourceSpec(id: "a", title: "甲", contract: .postings)
    let plain = try MappingFingerprint.digest(source, book())
    var changes: [SourceSpec] = []
    func change(_ body: (inout SourceSpec) -> Void) {
      var copy = source
      body(&copy)
      changes.append(copy)
    }
    change { $0.encoding = .gb18030 }
    change { $0.delimiter = .comma }
    change { $0.homeRegion = "450600" }
    change { $0.missing = ["x"] }
    change { $0.constants = ["platform": "x"] }
    change { $0.defaults = ["platform": "x"] }
    change { $0.columns = ["title": ["x"]] }
    change { $0.values = ["sex": ["x": "男"]] }
    change { $0.key = ["title"] }
    change { $0.lifeDays = 3 }
    let digests =
      try changes.map { try MappingFingerprint.digest($0, book()) } + [
        MappingFingerprint.digest(source, book(alias: "x")), plain,
      ]
    #expect(Set(digests).count == digests.count)
  }

  @Test func titlesDoNot() throws {
    let (one, two) = (
      SourceSpec(id: "a", title: "甲", contract: .postings), SourceSpec(id: "b", title: "乙", contract: .postings)
    )
    #expect(try MappingFingerprint.digest(one, book()) == MappingFingerprint.digest(two, book()))
  }
}
