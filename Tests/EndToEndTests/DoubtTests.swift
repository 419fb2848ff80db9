import Foundation
import TestSupport
import Testing

/// The checks of the bureau's duties over the sample: all that was planted is found, and nothing else.
@Suite struct DoubtTests {
  /// A night with everything switched on that the bureau has to confirm, and one as it is shipped.
  private struct Nights {
    let confirmed: BureauCopy
    let shipped: BureauCopy

    static let shared = Result { try Nights() }

    private init() throws {
      confirmed = try Nights.night { copy in
        try copy.scratch.write(
          copy.scratch.text("Pipelines/rules/deadlines.yaml").replacing(", off: true", with: ""),
          "Pipelines/rules/deadlines.yaml")
        for (list, row) in DoubtTests.entered {
          let path = "Pipelines/rules/lists/\(list).yaml"
          let text = try copy.scratch.text(path)
          let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
          try copy.scratch.write(
            lines.map { $0 == "rows:" ? "rows:\n- {\(row)}" : String($0) }.joined(separator: "\n"), path)
        }
      }
      shipped = try Nights.night { _ in }
    }

    private static func night(_ change: (BureauCopy) throws -> Void) throws -> BureauCopy {
      let copy = try BureauCopy("Pipelines", "SampleData")
      try copy.replace("settle_seconds: 60", "settle_seconds: 0", in: "Pipelines/nightly.yaml")
      try change(copy)
      let result = try copy.run("run", "Pipelines/nightly.yaml")
      guard result.status == 0 else { throw PublishedMarket.Refused(message: result.errors) }
      return copy
    }
  }

  /// What tests enter in lists of rules; none of it is confirmed.
  private static let entered = [
    "annual-report": "month_day: 03-31", "notice-permits": "days: 0", "scheme-caps": "scheme: 租房补贴, month: 1000",
    "exclusive-schemes": "scheme: 租房补贴, other: 人才公寓", "service-award": "months: 3, rehired: 12",
    "hard-areas": "region: \"450621\"", "leave-limits": "months: 36",
    "publish-grades": "document: 桂人社〔2026〕1号", "repealed": "document: 桂政发〔2009〕5号, until: 2025-12-31",
    "local-limit": "percent: 30",
    "direct-assessment": "education: 博士研究生毕业",
    // No expert knows the second one, and the term of the only one who knows the first is over.
    "catalog-occupations":
      "occupation: 4-02-05, starts: 2026-01-01, until: 2026-12-31}\n- {occupation: 3-01, starts: 2026-01-01",
    "minimum-wage": "region: \"450602\", month: 1990, starts: 2023-11-01",
  ]

  private static func found(_ copy: BureauCopy) throws -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    for name in copy.scratch.files(".talentflow/lists") where name.hasSuffix(".csv") && !name.contains("answers") {
      for row in try EditionTable(copy.scratch.data(".talentflow/lists/\(name)")).select(["线索编号"]) {
        let parts = row[0].split(separator: "/", maxSplits: 1).map(String.init)
        if parts.count == 2 { found[parts[0], default: []].insert(parts[1]) }
      }
    }
    return found
  }

  private static func planted() throws -> [String: Set<String>] {
    let path = Repository.file("SampleData/truth/doubts.csv")
    let truth = try EditionTable(Data(contentsOf: URL(fileURLWithPath: path)))
    return Dictionary(grouping: truth.select(["check", "lead"])) { $0[0] }.mapValues { Set($0.map { $0[1] }) }
  }

  @Test func whatWasPlantedIsFoundAndNothingElse() throws {
    let found = try DoubtTests.found(Nights.shared.get().confirmed)
    let planted = try DoubtTests.planted()
    let checks = Repository.files("Pipelines/checks", suffix: ".sql").compactMap { path in
      path.split(separator: "/").last.map { String($0.dropLast(4)) }
    }.filter { !["A", "C", "E"].contains($0.prefix(1)) }
    var lines: [String] = []
    for check in checks.sorted() {
      let (own, wanted) = (found[check] ?? [], planted[check] ?? [])
      let right = Double(own.intersection(wanted).count)
      let (precision, recall) = (right / Double(max(own.count, 1)), right / Double(max(wanted.count, 1)))
      lines.append("\(check) planted \(wanted.count) found \(own.count) precision \(precision) recall \(recall)")
      #expect(!wanted.isEmpty, "\(check): nothing is planted")
      #expect(
        own == wanted,
        "\(check): missed \(wanted.subtracting(own).sorted()), more \(own.subtracting(wanted).sorted().prefix(5))")
    }
    print(lines.joined(separator: "\n"))
    #expect(found["E-01"] == ["3-01", "4-02-05"])
    #expect(checks.count == 84 && planted.count == checks.count)
  }

  /// Everybody may read which papers are valid; the grade stands there only where a document orders it.
  @Test func theListOfLicencesIsPublic() throws {
    for (copy, document) in [(try Nights.shared.get().shipped, ""), (try Nights.shared.get().confirmed, "桂人社〔2026〕1号")]
    {
      let list = try EditionTable(copy.scratch.data("Reports/licences/licences.csv"))
      let run = try Warehouse.query(
        copy.scratch.file(".talentflow/warehouse.sqlite"), "SELECT count(*) FROM agencies WHERE issued_on IS NOT NULL")
      // One has ended, one was revoked.
      #expect(list.rows.count == (Int(run[0]) ?? 0) - 2)
      #expect(list.header.prefix(3) == ["机构名称", "证照类型", "证照编号"])
      let grades = Set(list.select(["诚信等级"]).map { $0[0] })
      #expect(document.isEmpty ? grades == ["?"] : grades.contains("B") && !grades.contains(""), "\(grades)")
      #expect(Set(list.select(["等级公布依据"]).map { $0[0] }) == [document.isEmpty ? "?" : document])
      let page = try copy.scratch.text("Reports/licences/licences.html")
      #expect(page.contains("港城澄源人力资源有限公司") && !page.contains("口岸沛舟劳务有限公司"))
      #expect(page.contains("licences.csv") && page.contains("Content-Security-Policy"))
    }
  }

  /// As shipped, what nobody has confirmed is not looked at, and it is said what is waited for.
  @Test func whatIsNotConfirmedWaits() throws {
    let copy = try Nights.shared.get().shipped
    let found = try DoubtTests.found(copy)
    let waiting = [
      "B-03", "B-06", "D-08", "E-01", "G-05", "G-13", "H-01", "H-03", "H-06", "H-10", "H-11", "I-08", "R-14", "R-19",
      "R-21",
      "R-24",
    ]
    for check in waiting { #expect(found[check] == nil, "\(check)") }
    let planted = try DoubtTests.planted()
    // Without the minimum wage, what is too little of the former pay is found all the same.
    #expect(found["R-07"]?.count == 1 && planted["R-07"]?.count == 2)
    for (check, leads) in planted where !waiting.contains(check) && check != "R-07" {
      #expect(found[check] == leads, "\(check): \((found[check] ?? []).symmetricDifference(leads).sorted().prefix(4))")
    }
    let page = try copy.scratch.text("Reports/nightly/2026-10-21/index.html")
    for check in waiting { #expect(page.contains("未检查 \(check)"), "\(check)") }
    #expect(page.contains("等本局填写或核对 rules/lists/scheme-caps.yaml"))
    #expect(page.contains("等本局填写或核对 rules/deadlines.yaml 的 双公示"))
    let list = try copy.scratch.text(".talentflow/lists/事业单位科/index.html")
    #expect(list.contains("等本局填写或核对 rules/deadlines.yaml 的 公示"))
  }
}
