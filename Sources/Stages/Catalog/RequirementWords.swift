import Domain

/// What postings ask for most, in the words of the code lists.
struct RequirementWords {
  /// Stands for "nothing asked for" in the lists that have it.
  private static let none = "0"

  private let education: CodeList
  private let titles: CodeList
  private let skills: CodeList
  private let texts: Texts

  /// - Throws: `PipelineError` TF301.
  init(_ book: CodeBook, _ texts: Texts) throws {
    self.texts = texts
    education = try book.list("education")
    titles = try book.list("title-level")
    skills = try book.list("skill-level")
  }

  func requirements(_ profile: PostingProfile) -> CatalogRequirements {
    CatalogRequirements(
      title: profile.title.map { .init(text: $0.value, share: $0.share) },
      education: profile.education.map { words($0, education) },
      major: profile.major.map { .init(text: $0.value, share: $0.share) },
      skill: skill(profile),
      experience: profile.experience.map { mode in
        .init(
          text: mode.value == RequirementWords.none
            ? texts(.wantedNothing) : texts(.wantedYears, ["years": mode.value]),
          share: mode.share)
      })
  }

  /// What is asked for by more; where one asks for nothing, the other.
  private func skill(_ profile: PostingProfile) -> CatalogRequirements.Phrase? {
    let both = [profile.titleLevel.map { ($0, titles) }, profile.skillLevel.map { ($0, skills) }].compactMap { $0 }
    let asked = both.filter { $0.0.value != RequirementWords.none }
    // Where most ask for neither, the list that more ask for says how many do not.
    let mode = asked.max { $0.0.share < $1.0.share } ?? both.min { $0.0.share < $1.0.share }
    return mode.map { words($0.0, $0.1) }
  }

  /// The everyday name: 「本科」, 「高级工」, 「中级职称」.
  private func words(_ mode: PostingProfile.Mode, _ list: CodeList) -> CatalogRequirements.Phrase {
    let entry = list.entry(code: mode.value)
    let text =
      mode.value == RequirementWords.none ? texts(.wantedNothing) : entry?.aliases.first ?? entry?.name ?? mode.value
    return .init(text: text, share: mode.share)
  }
}
