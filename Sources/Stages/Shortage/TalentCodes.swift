import Domain

/// Which openings ask for talent: see `ShortageRules.Talent`. A title level of any grade does.
struct TalentCodes {
  private let education: Set<Int32>
  private let skill: Set<Int32>

  /// A code stands for all below it.
  init(_ talent: ShortageRules.Talent, book: CodeBook) throws {
    education = try TalentCodes.below(talent.education, book.list("education"))
    skill = try TalentCodes.below(talent.skill, book.list("skill-level"))
  }

  func isTalent(_ posting: ShortagePosting) -> Bool {
    education.contains(posting.education) || skill.contains(posting.skillLevel) || posting.titleLevel > 0
  }

  private static func below(_ codes: [String], _ list: CodeList) -> Set<Int32> {
    let found = list.entries.filter { entry in list.lineage(of: entry.code).contains { codes.contains($0.code) } }
    return Set(found.compactMap { CodeNumber.number($0.code).map { Int32(clamping: $0) } })
  }
}
