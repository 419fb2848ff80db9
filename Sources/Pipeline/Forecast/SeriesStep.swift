/// A month, quarter or year.
struct SeriesStep: Hashable, Comparable {
  /// Steps since year 0.
  let index: Int
  /// 12, 4 or 1.
  let perYear: Int

  init(index: Int, perYear: Int) {
    self.index = index
    self.perYear = perYear
  }

  /// `2026-09`, `2026M09`, `202609`, `2026Q3`, `2026`; nil for anything else.
  init?(_ text: String) {
    let upper = text.uppercased()
    guard upper.count >= 4, let year = Int(upper.prefix(4)), (1800...2200).contains(year) else { return nil }
    let rest = upper.dropFirst(4)
    if rest.isEmpty {
      self.init(index: year, perYear: 1)
    } else if rest.hasPrefix("Q") || rest.hasPrefix("-Q"), let quarter = Int(rest.drop { $0 == "-" }.dropFirst()),
      (1...4).contains(quarter)
    {
      self.init(index: year * 4 + quarter - 1, perYear: 4)
    } else if let month = Int(rest.first?.isNumber == true ? rest : rest.dropFirst()), (1...12).contains(month),
      "-M/".contains(rest.prefix(1)) || (rest.count == 2 && rest.first?.isNumber == true)
    {
      self.init(index: year * 12 + month - 1, perYear: 12)
    } else {
      return nil
    }
  }

  var year: Int { index / perYear }
  /// From 1, within the year.
  var number: Int { index % perYear + 1 }

  var text: String {
    switch perYear {
    case 12: "\(year)-\(number < 10 ? "0" : "")\(number)"
    case 4: "\(year)Q\(number)"
    default: "\(year)"
    }
  }

  func advanced(by steps: Int) -> SeriesStep { SeriesStep(index: index + steps, perYear: perYear) }

  static func < (left: SeriesStep, right: SeriesStep) -> Bool { left.index < right.index }
}
