import Disclosure
import Domain

/// The primary rules for cells of declared tables: who contributes decides which of them holds.
struct LeafLimits {
  let leastPersons: Int
  let leastEmployers: Int
  private let dominantPercent: Int
  private let openReasons: Set<String>

  init(_ rules: DisclosureRules, _ audience: Audience) {
    leastPersons = rules.leastPersons[audience] ?? 10
    leastEmployers = rules.leastEmployers
    dominantPercent = rules.dominantPercent
    openReasons = rules.openReasons
  }

  /// True of a leaf that everybody knows already, for a reason that the rules list.
  func isOpen(_ figure: FigureDefinition) -> Bool { figure.openReason.map(openReasons.contains) ?? false }

  /// Why a cell is sensitive, and how well it must be protected; nil where it is not.
  ///
  /// - Parameter unit: how many units of the system's cell one of the leaf is.
  func protection(
    _ cell: LeafCell, _ figure: FigureDefinition, _ kind: DatasetView.ContributorKind?, unit: Double = 1
  ) -> Protection? {
    guard !isOpen(figure) else { return nil }
    let value = Int((cell.value * unit).rounded())
    var found: [Protection] = []
    if figure.countsPersons, let own = persons(value) { found.append(own) }
    if cell.contributors.sum != 0 {
      switch kind {
      case .person:
        guard (1..<leastPersons).contains(cell.contributors.count) else { break }
        found.append(few(value, isCount: figure.kind.isCount))
      case .unit: if let own = units(value, cell.contributors, unit: unit) { found.append(own) }
      case .nobody, nil: break
      }
    }
    return found.first.map { first in found.dropFirst().reduce(first) { $0.union($1) } }
  }

  /// True of a cell that must not be seen: also of a 0 persons of one or two offices, which no protection can help.
  func isSensitive(_ cell: LeafCell, _ figure: FigureDefinition, _ kind: DatasetView.ContributorKind?) -> Bool {
    if protection(cell, figure, kind) != nil { return true }
    return figure.countsPersons && kind == .unit && !isOpen(figure) && cell.value == 0
      && (1..<leastEmployers).contains(cell.contributors.count)
  }

  /// Of a number of persons.
  func persons(_ value: Int) -> Protection? { PrimaryRule.threshold(below: leastPersons).protection(value: value, nil) }

  /// Of a few rows, in units of the cell.
  func rows(_ count: Int, value: Int, _ kind: DatasetView.ContributorKind?, isCount: Bool) -> Protection? {
    switch kind {
    case .person: (1..<leastPersons).contains(count) ? few(value, isCount: isCount) : nil
    case .unit: (1..<leastEmployers).contains(count) ? safety(value) : nil
    case .nobody, nil: nil
    }
  }

  /// A count of few persons must be in doubt over all small numbers, a sum of theirs over a part of it.
  private func few(_ value: Int, isCount: Bool) -> Protection {
    isCount ? Protection(width: leastPersons - 1) : safety(value)
  }

  private func safety(_ value: Int) -> Protection {
    let level = (abs(value) * max(100 - dominantPercent, 0) + 99) / 100
    return Protection(lower: level, upper: max(level, 1))
  }

  private func units(_ value: Int, _ contributors: Contributors, unit: Double) -> Protection? {
    let rules: [PrimaryRule] = [
      .contributors(fewerThan: leastEmployers, safetyPercent: max(100 - dominantPercent, 0)),
      .dominance(largest: 1, percent: dominantPercent),
    ]
    let facts = ContributorFacts(
      count: contributors.count, largest: Int((contributors.largest * unit).rounded()),
      second: Int((contributors.second * unit).rounded()), sum: Int((contributors.sum * unit).rounded()))
    return PrimaryFinding(rules, value: max(value, 0), contributors: facts)?.protection
  }
}

extension FigureKind {
  /// True of a number of rows or of different values.
  var isCount: Bool {
    switch self {
    case .count, .distinct: true
    default: false
    }
  }

  /// True of what is the sum of its parts.
  var isAdditive: Bool {
    switch self {
    case .count, .sum: true
    default: false
    }
  }
}
