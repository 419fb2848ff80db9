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
  /// The sentences of a place; without those that need a figure that is no number.
  public func sentences(for place: String) -> [DraftSentence] {
    guard let number = places.all.firstIndex(of: place) else { return [] }
    return table.sentences.compactMap { sentence in
      var leaves: [Leaf] = []
      var (zh, en) = (sentence.zh, sentence.en)
      for name in TableDefinition.names(in: sentence) {
        guard let figure = table.figure(name) else { return nil }
        let id = CellID(figure: name, period: 0, place: number, row: FigureDefinition.total)
        let numbers = numbers(figure, id)
        guard numbers.count == 1, case .number = numbers[0] else { return nil }
        let text = numbers[0].cell(decimals: figure.decimals).csv
        zh = zh.replacing("{\(name)}", with: text + figure.unit.zh)
        // Units other than % are words of an English sentence, and stand in it.
        en = en.replacing("{\(name)}", with: text + (figure.unit.en == "%" ? "%" : ""))
        leaves += self.leaves(of: figure, id)
      }
      return DraftSentence(Label(zh: zh, en: en), leaves, for: table.audience)
    }
  }
}
