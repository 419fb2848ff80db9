import Domain

/// What the section on revisions gets: the steps and their reasons, how many cells each table has that were revised, and
/// the triangle of the main figures.
struct RevisionContext {
  let bulletin: Bulletin
  let revision: Revision
  let texts: Texts
  let language: Language

  var context: [String: Any] {
    [
      "name": language.name(ofRevision: revision.number), "steps": revision.steps.map(step), "tables": tables,
      "has_tables": !tables.isEmpty, "path": RevisionTables.changesPath,
      "triangle": [
        (texts(.demand, language), \RevisionTriangle.Value.demand), (texts(.seekers, language), \.seekers),
        (texts(.ratio, language), \.ratio),
      ].map(triangle),
    ]
  }

  private func step(_ step: Revision.Step) -> [String: Any] {
    [
      "name": language.name(ofRevision: step.number), "reason": reason(step.reason), "note": step.note,
      "cells": PrintedCell.number(Double(step.cells), 0),
    ]
  }

  private func reason(_ reason: Revision.Reason) -> String {
    switch reason {
    case .scheduled: texts(.revisionScheduled, language)
    case .method: texts(.revisionMethod, language)
    case .error: texts(.revisionError, language)
    }
  }

  /// Of this revision, in the order of the tables.
  private var tables: [[String: Any]] {
    let own = revision.changes.filter { $0.step == revision.number }
    return EditionTables(bulletin, texts, language).titles.compactMap { path, title in
      let cells = own.count { $0.table == RevisionTables.name(ofPath: path) }
      return cells == 0 ? nil : ["title": title, "cells": PrintedCell.number(Double(cells), 0)]
    }
  }

  /// The city's: a row a period, a column an edition; empty where the edition does not speak of the period.
  private func triangle(_ title: String, _ value: KeyPath<RevisionTriangle.Value, String>) -> [String: Any] {
    let triangle = revision.triangle
    let region = bulletin.regions[0].code
    return [
      "title": title,
      "vintages": triangle.vintages.map { vintage in
        language.name(of: vintage.period)
          + (vintage.revision > 1 ? " \(language.name(ofRevision: vintage.revision))" : "")
      },
      "rows": triangle.periods.map { period in
        [
          "period": language.name(of: period),
          "values": triangle.vintages.map { vintage in
            vintage.values.first { $0.period == period && $0.region == region }.map {
              PrintedCell.text(csv: $0[keyPath: value])
            } ?? ""
          },
        ] as [String: Any]
      },
    ]
  }
}
