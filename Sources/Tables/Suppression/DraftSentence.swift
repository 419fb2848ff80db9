import Domain

/// A sentence with its figures filled in, and the leaves that it tells of.
public struct DraftSentence: Sendable, Hashable {
  public let text: Label
  private let leaves: [Leaf]
  private let audience: Audience

  init(_ text: Label, _ leaves: [Leaf], for audience: Audience) {
    self.text = text
    self.leaves = leaves
    self.audience = audience
  }

  /// Nil where one of its figures must not be seen.
  public func shown(_ decisions: LeafDecisions) -> Label? {
    guard audience == .everybody || decisions.audience == .bureau else { return nil }
    return leaves.contains(where: decisions.hides) ? nil : text
  }
}

extension TableEvaluation {
  /// The sentences of a place; without those that need a figure that is no number, and those of several
  /// counts that are all of nothing.
  public func sentences(for place: String) -> [DraftSentence] {
    guard let number = places.all.firstIndex(of: place) else { return [] }
    return table.sentences.compactMap { sentence in
      var leaves: [Leaf] = []
      let names = SentenceName.all(in: sentence)
      var saysSomething = names.count < 2
      var (zh, en) = (sentence.zh, sentence.en)
      for name in names {
        guard let (figure, reading) = name.figure(in: table) else { return nil }
        let id = CellID(figure: figure.id, period: 0, place: number, row: name.row)
        let printed = numbers(figure, id)[reading]
        guard case .number(let value) = printed else { return nil }
        if !figure.kind.isAmount || value != 0 { saysSomething = true }
        let text = printed.cell(decimals: figure.decimals).csv
        let unit = figure.kind.readings[reading].unit ?? figure.unit
        zh = zh.replacing("{\(name.text)}", with: text + unit.zh)
        // Units other than % are words of an English sentence, and stand in it.
        en = en.replacing("{\(name.text)}", with: text + (unit.en == "%" ? "%" : ""))
        leaves += self.leaves(of: figure, id)
      }
      guard saysSomething else { return nil }
      return DraftSentence(Label(zh: zh, en: en), leaves, for: table.audience)
    }
  }
}
