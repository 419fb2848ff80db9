import Disclosure
import Domain
import Tables

extension MarketDraft {
  /// What readers keep of the period.
  ///
  /// - Parameters:
  ///   - value: of a count that stands in a table; nil where it did not.
  ///   - standing: of the same.
  ///   - left: the doubt that there is of a count without proof.
  func vintage(
    isEdition: Bool, value: (Leaf, Int) -> Int?, standing: (Leaf) -> DisclosedVintage.Fate,
    left: (Leaf) -> DisclosedVintage.Doubt = { _ in (0, 0, 0) }
  ) -> DisclosedVintage {
    let isPrinted = Set(published.map(\.leaf))
    var counts: [DisclosedVintage.Count] = []
    for leaf in builder.keys {
      guard let cell = builder.cell(leaf), let known = isPrinted.contains(leaf) ? value(leaf, cell.value) : cell.value
      else { continue }
      let standing = isPrinted.contains(leaf) ? standing(leaf) : .unprinted
      counts.append(
        DisclosedVintage.Count(
          region: leaf.region, measure: leaf.measure, part: leaf.part, value: known, standing: standing,
          doubt: standing == .unproven
            ? left(leaf)
            : (cell.protection?.lower ?? 0, cell.protection?.upper ?? 0, cell.protection?.width ?? 1)))
    }
    return DisclosedVintage(
      period: period, number: 0, isEdition: isEdition, measures: measures.sorted(), counts: counts, sums: sums)
  }

  /// Whether nothing of it is to be decided: all was shown or hidden before, with the same values.
  var isDecided: Bool {
    published.allSatisfy { leaf, value in earlier.visibility(leaf, value: value).map { $0 != .shownOtherwise } ?? false
    }
  }

  /// The cells alone: nothing is looked for again.
  var withoutProtection: CellSystemBuilder<Leaf> {
    get throws {
      var cells = CellSystemBuilder<Leaf>()
      for leaf in builder.keys {
        guard let cell = builder.cell(leaf) else { continue }
        try cells.add(leaf, Disclosure.Cell(value: cell.value, visibility: cell.visibility))
      }
      return cells
    }
  }

  /// The same before it is decided what is shown.
  var vintage: DisclosedVintage { vintage(isEdition: false, value: { $1 }, standing: { _ in .shown }) }

  /// What was told of the period by a program that remembered values alone.
  var remembered: DisclosedVintage {
    vintage(
      isEdition: true, value: { leaf, _ in earlier.value(leaf) },
      standing: { earlier.shows($0) ? .shown : earlier.lacksProof($0) ? .unproven : .hidden }
    ).with(number: 1, isEdition: true)
  }
}
