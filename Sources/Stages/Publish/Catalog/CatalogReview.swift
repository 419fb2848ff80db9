import Domain

/// The part of a draft's page that speaks of experts: what they said, what was not taken, who is asked for what.
struct CatalogReview {
  private let catalog: Catalog
  private let texts: Texts

  init(_ catalog: Catalog, _ texts: Texts) { (self.catalog, self.texts) = (catalog, texts) }

  var context: [String: Any] {
    let overridden = catalog.judged.filter(\.isOverridden)
    let answers = catalog.answers.map { texts(.catalogAnswers, ["file": $0.file, "count": "\($0.taken)"]) }
    let uncovered = catalog.uncovered.map { "\($0.unit.occupation) \($0.unit.name)" }
    return [
      "has_answers": !answers.isEmpty, "answers": texts.list(answers),
      "has_problems": !catalog.problems.isEmpty,
      "problems": catalog.problems.map { ["place": $0.place, "message": $0.message, "remedy": $0.remedy] },
      "has_overrides": !overridden.isEmpty, "overrides": overridden.map(override),
      "has_assignments": !assignments.isEmpty, "assignments": assignments,
      "uncovered": uncovered.isEmpty ? false : texts.list(uncovered),
    ]
  }

  private func override(_ entry: CatalogEntry) -> [String: Any] {
    [
      "name": entry.unit.name, "code": entry.unit.occupation,
      "computed": entry.unit.score.levelName, "level": entry.level.name,
      "words": entry.opinions.map { opinion in
        CatalogWording(texts).opinion(opinion, catalog.experts.first { $0.id == opinion.expert }, isDraft: true)
      },
    ]
  }

  private var assignments: [[String: Any]] {
    var entries: [String: (expert: Expert, names: [String])] = [:]
    for entry in catalog.reviewed {
      for expert in entry.experts { entries[expert.id, default: (expert, [])].names.append(entry.unit.name) }
    }
    return entries.values.sorted { $0.expert.id < $1.expert.id }.map { expert, names in
      [
        "id": expert.id, "name": expert.name, "organisation": expert.organisation, "area": expert.area,
        "occupations": texts.list(names),
      ]
    }
  }
}
