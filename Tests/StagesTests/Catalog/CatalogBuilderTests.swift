import Domain
import TestSupport
import Testing

@testable import Stages

@Suite struct CatalogBuilderTests {
  private let draft = CatalogEdition(period: Period("2026H2")!, kind: .draft, number: 2)
  private let final = CatalogEdition(
    period: Period("2026H2")!, kind: .final, number: 1, date: Day(year: 2026, month: 11, day: 24))

  private let wording: CatalogWording

  init() throws { wording = CatalogWording(try Texts.shipped()) }

  private func codes(_ entries: [CatalogEntry]) -> [String] { entries.map(\.unit.occupation) }

  @Test func gatesPartTheUnits() throws {
    let catalog = try FixtureCatalog.build()
    // By key industry, then by level: 化工 before 国际医学开放.
    #expect(codes(catalog.entries) == ["2-02-06-03", "2-02-07-04", "6-01-01-04", "2-05-08"])
    #expect(catalog.entries.map(\.industry) == ["化工", "化工", "化工", "国际医学开放"])
    #expect(catalog.entries.map(\.subfield) == ["", "", "", "医疗服务"])
    #expect(catalog.entries.map(\.category) == [.professional, .professional, .skilled, .professional])
    #expect(catalog.entries.map { $0.forecast?.warning } == [nil, nil, .red, nil])
    #expect(codes(catalog.outside) == ["2-02-18-09"])
    #expect(codes(catalog.ranking) == ["4-02-07-08"])
    #expect(catalog.unassessed.map(\.occupation) == ["6-17-02-02"])
    #expect(catalog.changes.isEmpty && catalog.previous == nil)
  }

  /// The place of an entry tells its index: those whose index is hidden stand behind the others of their level.
  @Test func hiddenEntriesStandBehindTheOthers() throws {
    let sights = Dictionary(
      uniqueKeysWithValues: FixtureCatalog.units.map { unit in
        (
          unit.occupation,
          CatalogVisibility(hidden: ["2-02-06-03", "2-02-07-04"].contains(unit.occupation) ? [.points] : [])
        )
      })
    let catalog = try FixtureCatalog.build().protected(for: .everybody, sights)
    #expect(codes(catalog.entries) == ["2-02-06-03", "6-01-01-04", "2-02-07-04", "2-05-08"])
    // Of a unit that nobody looked at nothing is seen.
    #expect(catalog.sight("9-99") == .nothing)
    #expect(try FixtureCatalog.build().sight("9-99") == .everything)
  }

  /// Points that the edition before hid have not moved from nothing.
  @Test func hiddenPointsHaveNotMoved() throws {
    let before = PreviousEntry(
      occupation: "2-02-06-03", name: "化工生产工程技术人员", level: .medium, index: nil, points: [:], rank: nil)
    let previous = PreviousCatalog(edition: FixtureCatalog.previous.edition, entries: ["2-02-06-03": before])
    let changes = try FixtureCatalog.build(previous: previous).changes
    let raised = try #require(changes.first { $0.occupation == "2-02-06-03" })
    #expect(raised.kind == .raised && raised.moved.isEmpty)
    #expect(changes.contains { $0.kind == .new && !$0.moved.isEmpty })
  }

  /// Half of the openings must surely belong to what is listed, and four fifths to what has its full evidence.
  @Test(arguments: [(49, false, true), (50, true, true), (79, true, true), (80, true, false)])
  func whatTitlesDoNotSurelySayIsNotListed(percent: Int, isListed: Bool, isUnsure: Bool) throws {
    func unit(_ code: String, talent: Double) -> ShortageUnit {
      FixtureCatalog.unit(
        code, "电工", level: .medium, mean: 2, points: [2, 2, 2, 2, 2, 2], talent: talent, industries: [("26", 3)],
        evidence: TitleEvidence(openings: [.given: 20, .high: percent - 20, .medium: 100 - percent], titles: []))
    }
    let catalog = try FixtureCatalog.build(units: [unit("6-01-01-04", talent: 1), unit("6-17-02-02", talent: 0)])
    #expect(codes(catalog.entries + catalog.ranking) == (isListed ? ["6-01-01-04", "6-17-02-02"] : []))
    #expect(codes(catalog.doubtful) == (isListed ? [] : ["6-01-01-04", "6-17-02-02"]))
    let entry = try #require((catalog.entries + catalog.doubtful).first)
    #expect(entry.isUnsure == isUnsure)
    #expect(wording.basis(entry, .everything) == (isUnsure ? "6/6 项指标，职业多由岗位名称推定，低一级" : "6/6 项指标"))
    #expect(wording.basis(entry, .nothing) == "[c]")
    // An expert who adds it knows better.
    let added = [FixtureCatalog.answers("6-01-01-04,增补,中度紧缺,缺,E001,2026-11-05")]
    #expect(codes(try FixtureCatalog.build(added, units: [unit("6-01-01-04", talent: 1)]).entries) == ["6-01-01-04"])
  }

  @Test func expertsAreAskedByTheirGroups() throws {
    let catalog = try FixtureCatalog.build()
    #expect(
      catalog.entries.map { $0.experts.map(\.id) } == [["E001", "E002", "E003"], ["E001", "E003"], [], ["E002"]])
    #expect(codes(catalog.uncovered) == ["6-01-01-04"])
    let lonely = try FixtureCatalog.build(units: [
      FixtureCatalog.unit("4-01-02-01", "营销员", level: .heavy, mean: 3, industries: [("26", 1)])
    ])
    #expect(codes(lonely.uncovered) == ["4-01-02-01"])
  }

  @Test func aLightEntryNeedsAWord() throws {
    #expect(try FixtureCatalog.build().entries.map(\.awaitsWord) == [false, false, false, true])
    #expect(codes(try FixtureCatalog.build(edition: final).entries) == ["2-02-06-03", "2-02-07-04", "6-01-01-04"])
    #expect(codes(try FixtureCatalog.build(edition: final).unconfirmed) == ["2-05-08"])
    let agreed = [FixtureCatalog.answers("2-05-08,同意,,,E002,2026-11-05")]
    #expect(
      codes(try FixtureCatalog.build(agreed, edition: final).entries) == [
        "2-02-06-03", "2-02-07-04", "6-01-01-04", "2-05-08",
      ])
  }

  @Test func anOverrideStandsBesideTheComputedLevel() throws {
    let catalog = try FixtureCatalog.build([
      FixtureCatalog.answers(
        "2-02-06-03,降低,,少了,E001,2026-11-05", "2-02-07-04,删除,,不缺,E001,2026-11-05",
        "6-17-02-02,增补,中度紧缺,缺,E001,2026-11-05", "4-02-07-08,增补,轻度紧缺,要,E001,2026-11-05")
    ])
    #expect(codes(catalog.entries) == ["2-02-06-03", "6-01-01-04", "2-05-08", "6-17-02-02", "4-02-07-08"])
    let first = try #require(catalog.entries.first)
    #expect(first.level == .medium && first.unit.score.level == .heavy && first.isOverridden && first.stars == 2)
    #expect(wording.basis(first, .everything) == "6/6 项指标；专家：降低1（计算为重度紧缺）")
    #expect(wording.basis(first, .nothing) == "[c]；专家：降低1")
    #expect(codes(catalog.struck) == ["2-02-07-04"])
    // What an expert adds enters, whatever its industry and level of talent.
    #expect(catalog.ranking.isEmpty)
    #expect(wording.basis(catalog.entries[3], .everything) == "数据不足（X）；专家：增补1（计算为X）")
  }

  @Test func differencesNameTheIndicatorThatMoved() throws {
    func before(_ code: String, _ level: ShortageLevel, _ points: [Int]) -> PreviousEntry {
      PreviousEntry(
        occupation: code, name: code, level: level, index: 50,
        points: Dictionary(uniqueKeysWithValues: zip(ShortageIndicator.allCases, points)),
        rank: code.hasPrefix("4") ? 3 : nil)
    }
    let entries = [
      before("2-02-06-03", .medium, [3, 3, 1, 2, 1, 3]), before("2-02-07-04", .heavy, [3, 2, 2, 2, 2, 3]),
      before("1-06-01-02", .light, [2, 1, 1, 1, 1, 1]), before("4-02-07-08", .none, [2, 2, 1, 1, 1, 2]),
    ]
    let previous = PreviousCatalog(
      edition: CatalogEdition(period: Period("2026H1")!, kind: .final, number: 2),
      entries: Dictionary(uniqueKeysWithValues: entries.map { ($0.occupation, $0) }))
    let catalog = try FixtureCatalog.build(previous: previous)
    #expect(catalog.changes.map(\.kind) == [.new, .new, .raised, .lowered, .dropped])
    #expect(catalog.changes.map(\.occupation) == ["2-05-08", "6-01-01-04", "2-02-06-03", "2-02-07-04", "1-06-01-02"])
    #expect(catalog.changes[2].moved.map(\.indicator) == [.payGrowth, .duration])
    #expect(catalog.changes[2].moved.map(\.from) == [1, 1] && catalog.changes[2].moved.map(\.to) == [3, 2])
    #expect(catalog.changes.allSatisfy { !$0.isByExperts })
    #expect(catalog.ranking.first?.previous?.rank == 3)
    #expect(wording.change(catalog.entries[0], hasPrevious: true) == "中度紧缺，上调")
    #expect(wording.change(catalog.entries[3], hasPrevious: true) == "新增")
  }

  @Test func whatIsAskedForIsSaidInWords() throws {
    let wanted = try #require(FixtureCatalog.build().entries.first?.wanted)
    #expect(wording.phrase(wanted.education, .education, .everything) == "本科（62%）")
    #expect(wording.phrase(wanted.experience, .experience, .everything) == "3年（30%）")
    // Of hidden counts no share is told.
    #expect(wording.phrase(wanted.education, .education, CatalogVisibility(hidden: [.counts])) == "本科")
    #expect(wording.phrase(wanted.education, .education, .nothing) == "[c]")
    // Most ask for no title; 40 % ask for a skill, which says more.
    #expect(wanted.skill?.share == 0.4)
    #expect(wording.phrase(wanted.major, .major, .everything) == "…")
  }
}
