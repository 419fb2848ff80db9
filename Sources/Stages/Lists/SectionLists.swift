import Documents
import Domain
import Tables

/// The lists of one section, as its folder shows them.
struct SectionLists {
  /// Lines of a list that the page shows; the others stand in its CSV.
  static let shown = 200
  static let page = "index.html"

  let section: String
  let title: String
  let day: Day
  let lists: [CheckList]
  /// How the book of alerts has the leads, by id.
  let alerts: [String: Alert]
  let answers: SectionAnswers

  /// Name of the list of a check.
  static func csv(_ list: CheckList) -> String { "\(list.check.id).csv" }

  /// The lists that have lines.
  var filled: [CheckList] { lists.filter { !$0.lines.isEmpty } }

  var openLeads: [(id: String, title: String)] {
    filled.flatMap { list in list.leads.map { (list.id(of: $0.lead), list.check.title) } }
  }

  // MARK: CSV

  func bytes(_ list: CheckList, _ texts: Texts) -> [UInt8] {
    let columns = ListColumns.shown(list.lines)
    let header =
      [ListColumns.lead, texts(.listState), texts(.listSince)] + columns.map { texts(ListColumns.head($0)) }
      + [AnswerForm.verdict, AnswerForm.note]
    return CSVText.bytes(
      [header]
        + list.lines.map { line in
          let id = list.id(of: line.lead)
          let answer = answers.latest[id]
          return [id, texts.name(state(id)), since(id)] + columns.map { ListColumns.text(line, $0, texts) }
            + [answer?.verdict.name ?? "", answer?.note ?? ""]
        })
  }

  private func state(_ id: String) -> AlertState { alerts[id]?.state ?? .new }

  private func since(_ id: String) -> String { (alerts[id]?.firstSeen ?? day).iso }

  // MARK: Page

  func context(_ templates: TemplateSet) -> [String: Any] {
    let texts = templates.texts
    let unrun = lists.compactMap { self.unrun($0, texts) }
    let problems = answers.problems.map { "\($0.place): \($0.message); \($0.remedy)" }
    return [
      "lang": Language.zh.tag, "style": templates.style, "text": texts.all(.zh), "title": title,
      "section": section, "day": day.iso, "leads": openLeads.count,
      "answered": openLeads.count { answers.latest[$0.id] != nil },
      "lists": filled.map { context($0, texts) }, "has_lists": !filled.isEmpty, "form": AnswerForm.path,
      "verdicts": LeadAnswer.Verdict.allCases.map(\.name).joined(separator: "、"), "unrun": unrun,
      "has_unrun": !unrun.isEmpty, "problems": problems, "has_problems": !problems.isEmpty,
      "clean": lists.filter { if case .found(let lines) = $0.outcome { lines.isEmpty } else { false } }
        .map { "\($0.check.id) \($0.check.title)" }.joined(separator: "; "),
      "has_clean": lists.contains { if case .found(let lines) = $0.outcome { lines.isEmpty } else { false } },
    ]
  }

  private func context(_ list: CheckList, _ texts: Texts) -> [String: Any] {
    let columns = ListColumns.shown(list.lines)
    let rest = list.lines.count - min(list.lines.count, SectionLists.shown)
    let more: [[String: Any]] = rest > 0 ? [["count": rest]] : []
    return [
      "id": list.check.id, "name": list.check.title, "clause": list.check.clause, "remedy": list.check.remedy,
      "leads": list.leads.count, "reviewed": reviewed(list, texts), "href": SectionLists.csv(list),
      "heads": columns.map { texts(ListColumns.head($0)) },
      "rows": list.lines.prefix(SectionLists.shown).map { line in
        let id = list.id(of: line.lead)
        let state = state(id)
        return [
          "lead": id, "state": state.rawValue, "state_name": texts.name(state), "since": since(id),
          "cells": columns.map { ListColumns.text(line, $0, texts) }, "verdict": answers.latest[id]?.verdict.name ?? "",
        ] as [String: Any]
      }, "more": more,
    ]
  }

  /// Why a check gave no list; nil where it was run.
  private func unrun(_ list: CheckList, _ texts: Texts) -> String? {
    let name = "\(list.check.id) \(list.check.title)"
    switch list.outcome {
    case .found: return nil
    case .tooMany(let count):
      return texts(.listTooMany, ["check": name, "count": "\(count)", "most": "\(CheckRunner.most)"])
    case .missing(let needs): return texts(.listMissing, ["check": name, "datasets": texts.list(needs)])
    case .unset(let rules): return texts(.listUnset, ["check": name, "rules": texts.list(rules)])
    case .off: return texts(.listOff, ["check": name])
    case .steppedDown: return texts(.listSteppedDown, ["check": name, "reviewed": reviewed(list, texts).first ?? ""])
    }
  }

  /// How the leads of a rule for postings fared; nothing where nobody has looked.
  private func reviewed(_ list: CheckList, _ texts: Texts) -> [String] {
    guard let review = list.review, let precision = review.precision, let interval = review.interval else { return [] }
    func percent(_ share: Double) -> String { NumberText.fixed(share * 100, decimals: 1) }
    return [
      texts(
        .listReviewed,
        [
          "reviews": "\(review.reviews)", "upheld": "\(review.upheld)", "precision": percent(precision),
          "low": percent(interval.lowerBound), "high": percent(interval.upperBound),
        ])
    ]
  }
}
