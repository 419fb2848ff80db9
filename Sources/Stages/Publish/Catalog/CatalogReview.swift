import Domain

/// The part of a draft's page that speaks of experts: what they said, what was not taken, who is asked for what.
struct CatalogReview {
  private let catalog: Catalog

  init(_ catalog: Catalog) { self.catalog = catalog }

  var context: [String: Any] {
    let overridden = catalog.judged.filter(\.isOverridden)
    let answers = catalog.answers.map { "\($0.file) \($0.taken) 条" }
    let uncovered = catalog.uncovered.map { "\($0.unit.occupation) \($0.unit.name)" }
    return [
      "has_answers": !answers.isEmpty, "answers": answers.joined(separator: "、"),
      "has_problems": !catalog.problems.isEmpty,
      "problems": catalog.problems.map { ["place": $0.place, "message": $0.message, "remedy": $0.remedy] },
      "has_overrides": !overridden.isEmpty, "overrides": overridden.map(override),
      "has_assignments": !assignments.isEmpty, "assignments": assignments,
      "uncovered": uncovered.isEmpty ? false : uncovered.joined(separator: "、"),
    ]
  }

  private func override(_ entry: CatalogEntry) -> [String: Any] {
    [
      "name": entry.unit.name, "code": entry.unit.occupation,
      "computed": entry.unit.score.levelName, "level": entry.level.name,
      "words": entry.opinions.map { opinion in
        CatalogWording.opinion(opinion, catalog.experts.first { $0.id == opinion.expert }, isDraft: true)
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
        "occupations": names.joined(separator: "、"),
      ]
    }
  }
}
