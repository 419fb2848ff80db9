import Documents
import Domain

/// What the template `outlook-group` gets for one 大类.
struct OutlookGroupPage {
  let bulletin: Bulletin
  let outlook: Outlook
  let group: OutlookGroup
  /// All groups, for the links between their pages.
  let groups: [OutlookGroup]
  let templates: TemplateSet
  let language: Language
  let neighbours: EditionNeighbours

  private var wording: OutlookWording { OutlookWording(texts: templates.texts, language: language) }

  var context: [String: Any] {
    let city = bulletin.regions[0]
    return [
      "lang": language.tag, "style": templates.style,
      "foot": PageFoot("\(language.text(bulletin.title)) · \(language.name(of: bulletin.period))").context,
      "text": templates.texts.all(language),
      "title": language.text(bulletin.title), "publisher": language.text(bulletin.publisher),
      "bar": EditionBar(
        bulletin: bulletin, neighbours: neighbours, texts: templates.texts, language: language
      ).context,
      "period": language.name(of: bulletin.period), "data_until": language.date(bulletin.dataUntil),
      "notice": EditionNotice.text(bulletin, templates.texts, language) ?? false,
      "region": language.text(city.name), "back": PagePart.message.path(of: city, in: bulletin) + "#outlook",
      "code": group.head.occupation, "name": language.text(group.head.name),
      "name_lang": language.tagOfName(group.head.name), "origin": language.name(of: outlook.origin),
      "is_tested": outlook.isTested, "rests_on_few_shocks": outlook.restsOnFewShocks,
      "groups": groups.map { other in
        [
          "href": other.path, "code": other.head.occupation, "name": language.text(other.head.name),
          "is_current": other.head.occupation == group.head.occupation,
        ] as [String: Any]
      },
      "steps": outlook.steps.indices.map { OutlookSection.step($0, outlook, group.head, wording) },
      "head": subject(group.head), "has_subjects": !group.shown.isEmpty, "subjects": group.shown.map(subject),
      "rest": group.rest.isEmpty || outlook.steps.isEmpty
        ? false : ["period": language.name(of: outlook.steps[0]), "rows": group.rest.map(row)] as [String: Any],
    ]
  }

  private func subject(_ subject: OutlookSubject) -> [String: Any] {
    let warning = outlook.regions.first?.warnings.first { $0.subject.occupation == subject.occupation }
    let charts = OutlookCharts(outlook: outlook, wording: wording)
    return [
      "anchor": OutlookGroup.anchor(of: subject.occupation), "code": subject.occupation,
      "name": language.text(subject.name), "name_lang": language.tagOfName(subject.name),
      "warning": warning.map { ["level": $0.level.id, "level_name": wording.name(of: $0.level)] } ?? false,
      "charts": charts.charts(of: subject).map { name, caption, _, chart in
        ["caption": caption, "svg": chart.svg(id: "c-\(subject.occupation)-\(name)"), "file": false] as [String: Any]
      },
      "methods": methods(of: subject),
    ]
  }

  /// How demand and seekers were forecast, and where that is no better than the value of a year before.
  private func methods(of subject: OutlookSubject) -> [String: Any] {
    [
      "lines": [("demand", subject.demand), ("seekers", subject.seekers)].map { name, line in
        ["name": wording.name(ofMeasure: name), "method": wording.method(of: line)]
      },
      "weaknesses": wording.weaknesses(of: subject),
    ]
  }

  private func row(_ subject: OutlookSubject) -> [String: Any] {
    let gap = subject.gap.steps[0]
    return [
      "anchor": OutlookGroup.anchor(of: subject.occupation), "code": subject.occupation,
      "name": language.text(subject.name), "name_lang": language.tagOfName(subject.name),
      "cells": [
        wording.persons(subject.demand.lastYear(outlook.origin.unit)), wording.persons(subject.demand.steps[0].point),
        wording.persons(subject.seekers.steps[0].point), wording.persons(gap.point),
        wording.range(gap.low80, gap.high80), wording.percent(subject.chances[0]),
      ],
    ]
  }
}
