import Domain
import TestSupport
import Testing

@testable import Pipeline

@Suite struct RulesFolderTests {
  private let folder: ProjectFolder

  init() throws { folder = try ProjectFolder() }

  private func read(_ bulletin: String) throws -> BulletinRules {
    try folder.write(bulletin, "bulletin.yaml")
    return try RulesFolder.read(folder.path, tables: [])
  }

  @Test func tenOccupationsUnlessSaidOtherwise() throws {
    #expect(try read("bands:\n- {zh: 一, en: one}\n").topCount == 10)
    #expect(try read("bands:\n- {zh: 一, en: one}\ntop: 3\n").topCount == 3)
  }

  @Test func marksNeedTheirLimits() throws {
    let bands = "bands:\n- {zh: 一, en: one}\n"
    #expect(try read(bands).coded == nil)
    let limits = "titles: {medium: 30, uncoded: 10, right: {high: 97, medium: 87, low: 82}}\n"
    #expect(
      try read(bands + limits).coded == CodedLimits(medium: 30, uncoded: 10, right: [.high: 97, .medium: 87, .low: 82]))
    #expect(
      try RulesFolder.read(ProjectFolder.shipped + "/rules", tables: []).coded == read(bands + limits).coded)
    for wrong in [("97", "101"), ("30", "x"), ("low: 82", "lo: 82"), ("uncoded: 10, ", "")] {
      let error = try failure { try read(bands + limits.replacing(wrong.0, with: wrong.1)) }
      #expect(error.place.hasPrefix("bulletin.yaml:3") && error.exit == .config, "\(error)")
    }
  }

  @Test func wordsForChangesFollowTheTable() throws {
    let bands = "bands:\n- {zh: 一, en: one}\n"
    let rule = "tightness: {openings_per_seeker: {tighter: up, by: 0.05}, fill_rate: {tighter: down, by: 2}}\n"
    let rules = try read(bands + rule)
    #expect(rules.isTighter(.openingsPerSeeker, change: 0.05) == true)
    #expect(rules.isTighter(.openingsPerSeeker, change: -0.09) == false)
    #expect(rules.isTighter(.openingsPerSeeker, change: 0.04) == nil)
    #expect(rules.isTighter(.fillRate, change: -2) == true && rules.isTighter(.fillRate, change: 3) == false)
    #expect(rules.isTighter(.gap, change: 300) == nil)
    #expect(try read(bands).tightness.isEmpty)
    let shipped = try RulesFolder.read(ProjectFolder.shipped + "/rules", tables: [])
    #expect(shipped.tightness.count == 5 && shipped.isTighter(.validSeekers, change: -9) == true)
    for wrong in [("up", "higher"), ("0.05", "0"), ("0.05", "x"), (", by: 2", ""), ("fill_rate", "filling")] {
      let error = try failure { try read(bands + rule.replacing(wrong.0, with: wrong.1)) }
      #expect(error.place.hasPrefix("bulletin.yaml:3") && error.exit == .config, "\(error)")
    }
  }

  /// Folders of before each table had a file of its own.
  @Test func oldFormsOfTablesAreRefused() throws {
    try folder.write("tables: []\n", "tables.yaml")
    let error = try failure { try read("bands:\n- {zh: 一, en: one}\n") }
    #expect((error.code, error.place) == (.oldTableForms, "tables.yaml") && error.text.contains("tables/T1.yaml"))
  }

  @Test(arguments: [
    "bands:\n- {below: 1.0, zh: 一, en: one}\n", "bands:\n- {zh: 一, en: one}\n- {below: 1.0, zh: 二, en: two}\n",
    "bands:\n- {below: 2, zh: 一, en: one}\n- {below: 1, zh: 二, en: two}\n- {zh: 三, en: three}\n", "bands: []\n",
  ])
  func bandsMustRise(bulletin: String) throws {
    let error = try failure { try read(bulletin) }
    #expect(error.code == .wrongValue)
    #expect(error.text.contains("由小到大"))
  }

  @Test(arguments: [
    (0.5, "求职明显大于需求"), (0.97, "基本平衡"), (1.029, "基本平衡"), (1.03, "总体平衡"), (1.1, "需求略大于供给"), (1.3, "需求大于供给"),
  ])
  func shippedBandsAreThoseOfTheMethods(ratio: Double, word: String) throws {
    #expect(try RulesFolder.read(ProjectFolder.shipped + "/rules", tables: []).band(ratio)?.zh == word)
  }
}
