import Domain
import Tables

/// What an edition shows nothing of, where nothing less was found that keeps some counts in doubt: what is shown nowhere
/// tells nothing.
struct Retreat {
  /// From the rows that are in danger to their tables.
  enum Width: CaseIterable { case rows, tables }

  private struct Column: Hashable {
    let measure: String
    let part: String
  }

  private var rows: Set<Column> = []
  private var tables: Set<Column> = []

  /// Nothing is held back.
  init() {}

  /// Holds back more: around counts, of whatever period.
  mutating func add(_ leaves: [Leaf], _ width: Width) {
    for leaf in leaves {
      for measure in Retreat.measures(beside: leaf.measure) {
        switch width {
        case .rows: rows.insert(Column(measure: measure, part: leaf.part))
        case .tables: tables.insert(Column(measure: measure, part: Retreat.table(leaf.part)))
        }
      }
    }
  }

  /// Whether a count is held back, in every region.
  func holds(_ leaf: Leaf) -> Bool {
    rows.contains(Column(measure: leaf.measure, part: leaf.part))
      || tables.contains(Column(measure: leaf.measure, part: Retreat.table(leaf.part)))
  }

  /// What is filled was closed: one bounds the other.
  private static func measures(beside measure: String) -> [String] {
    let outcomes = [MarketMeasure.closed.rawValue, MarketMeasure.filled.rawValue]
    return outcomes.contains(measure) ? outcomes : [measure]
  }

  /// `T5` of `T5/2`.
  private static func table(_ part: String) -> String { String(part.prefix { $0 != "/" }) }
}
