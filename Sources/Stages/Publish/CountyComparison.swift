import Domain
import Tables

/// The main figures of the city and its counties beside each other; each stands on the county's own page too.
struct CountyComparison {
  private let bulletin: Bulletin
  private let texts: Texts
  private let language: Language

  init(_ bulletin: Bulletin, _ texts: Texts, _ language: Language) {
    self.bulletin = bulletin
    self.texts = texts
    self.language = language
  }

  var context: [String: Any] {
    let cells = bulletin.regions.map { region in
      region.keyFigures.flatMap { [PrintedCell.text($0.value.cell), change($0)] }
    }
    let legend = TableLegend.text(cells.flatMap { $0 }, texts, language)
    return [
      "legend": legend as Any? ?? false,
      "heads": (bulletin.regions.first?.keyFigures ?? []).map { figure in
        // A percent stands with each change.
        let changeUnit = figure.changeUnit == texts.label(.percent) ? "" : language.text(figure.changeUnit)
        return [
          "label": language.text(figure.label), "unit": unit(language.text(figure.unit)),
          "change_unit": unit(changeUnit),
        ] as [String: Any]
      },
      "rows": bulletin.regions.enumerated().map { number, region in
        [
          "name": language.text(region.name), "kind": number == 0 ? "total" : "item",
          "href": PagePart.message.path(of: region, in: bulletin),
          "cells": cells[number],
        ] as [String: Any]
      },
    ]
  }

  private func unit(_ text: String) -> Any { text.isEmpty ? false : text }

  private func change(_ figure: KeyFigure) -> String {
    let text = PrintedCell.text(figure.qoq.cell, isSigned: true)
    return figure.qoq.value != nil && language.text(figure.changeUnit) == "%" ? text + "%" : text
  }
}
