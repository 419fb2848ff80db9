import Domain
import Testing

@testable import Stages

@Suite struct OutlookCheckTests {
  private let period = Period(unit: .quarter, ordinal: 8106)
  private let step = OutlookStep(point: 5, low80: 3, high80: 8, low95: 1, high95: 9)

  private func line(_ step: OutlookStep, method: String = "method_short") -> OutlookLine {
    OutlookLine(history: [4, 5], steps: [step], method: method, beatsSeasonalNaive: nil)
  }

  private func outlook(
    code: String = "4", region: String = "450600", step: OutlookStep? = nil, method: String = "method_short",
    chances: [Double] = [0.5], warned: Period? = nil
  ) -> Outlook {
    func subject(_ code: String) -> OutlookSubject {
      let line = line(step ?? self.step, method: method)
      return OutlookSubject(
        occupation: code, name: Label(zh: "名", en: "Name"), demand: line, seekers: line, gap: line, chances: chances)
    }
    let warnings = warned.map { [OutlookWarning(subject: subject(code), level: .blue, reached: [(.blue, $0)])] } ?? []
    let own = OutlookRegion(code: region, total: subject(""), occupations: [subject(code)], warnings: warnings)
    return Outlook(origin: period, steps: [period.advanced(by: 1)], regions: [own], scores: [])
  }

  private func check(_ outlook: Outlook) throws { _ = try OutlookCheck(outlook, in: FixtureBulletin.make()) }

  @Test func wholeOutlookPasses() throws {
    try check(outlook(warned: period.advanced(by: 1)))
  }

  @Test func whatCannotBeLaidOutIsRefused() {
    let bad = [
      outlook(code: "../x"), outlook(code: "4\" onload=\"x"), outlook(code: ""), outlook(region: "110000"),
      outlook(region: "450602"), outlook(step: OutlookStep(point: .nan, low80: 0, high80: 1, low95: 0, high95: 1)),
      outlook(step: OutlookStep(point: 1, low80: 2, high80: 1, low95: 0, high95: 3)),
      outlook(step: OutlookStep(point: 1, low80: 0, high80: 1, low95: 0, high95: .infinity)),
      outlook(method: "gap"), outlook(method: "method_magic"), outlook(chances: []), outlook(chances: [1.2]),
      outlook(chances: [.nan]), outlook(warned: period),
    ]
    for outlook in bad { #expect(throws: PipelineError.self) { try check(outlook) } }
  }
}
