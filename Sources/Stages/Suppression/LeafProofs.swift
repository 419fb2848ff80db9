import Disclosure
import Domain
import Tables

extension DisclosedProofs {
  /// Those of a system.
  init(_ proofs: ProtectionProofs, year: Int, in builder: CellSystemBuilder<Leaf>) {
    var places: [Int: Int] = [:]
    var counts: [Count] = []
    let all = proofs.changes.map { changes in
      changes.map { cell, change in
        let place = places[cell] ?? counts.count
        if place == counts.count {
          places[cell] = place
          counts.append(Count(builder.keys[cell]))
        }
        return Change(count: place, by: change)
      }
    }
    self.init(year: year, counts: counts, proofs: all)
  }

  /// Those that a system has all cells of.
  ///
  /// - Parameter last: the number of the last vintage of a period: what was of its data then may go by that now, and the
  ///   other way round.
  func found(in builder: CellSystemBuilder<Leaf>, last: (Period) throws -> Int?) rethrows -> ProtectionProofs {
    let numbers = try counts.map { count -> Int? in
      if let number = builder.number(count.leaf) { return number }
      guard let last = try last(count.period), count.vintage == 0 || count.vintage == last else { return nil }
      return builder.number(count.leaf.with(vintage: count.vintage == 0 ? last : 0))
    }
    return ProtectionProofs(
      proofs.compactMap { changes in
        let cells = changes.compactMap { change in numbers[change.count].map { (cell: $0, change: change.by) } }
        // Two counts of then may be names of one cell now.
        return cells.count == changes.count && Set(cells.map(\.cell)).count == cells.count ? cells : nil
      })
  }
}

extension DisclosedProofs.Count {
  fileprivate init(_ leaf: Leaf) {
    self.init(
      period: leaf.period, region: leaf.region, measure: leaf.measure, part: leaf.part, vintage: leaf.vintage)
  }

  fileprivate var leaf: Leaf { Leaf(period, region, measure, part, vintage: vintage) }
}
