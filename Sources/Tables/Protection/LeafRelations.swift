import Domain

/// What the sets of rows behind leaves tell of each other, whatever their conditions look like: leaves that count the same
/// rows are one cell; one within another that is a few rows larger leaves those few to be told apart; stock and inflow are
/// outflow and former stock.
struct LeafRelations {
  /// A leaf with what it counts.
  struct Entry {
    let leaf: Leaf
    /// Leaves that may be compared: rows of the same datasets, the same thing added up.
    let family: String
    /// The table's figure and its period: within it sums are known already.
    let origin: String
    let value: Int
    let rows: Int
    let sketch: RowSketch
    let contributor: DatasetView.ContributorKind?
    let isCount: Bool
    let isSensitive: Bool
  }

  struct Remainder {
    let whole: Leaf
    let part: Leaf
    let value: Int
    let rows: Int
    let contributor: DatasetView.ContributorKind?
    let isCount: Bool
  }

  /// Other names of a leaf.
  private(set) var names: [Leaf: Leaf] = [:]
  /// A leaf that is the sum of two others.
  private(set) var sums: [(total: Leaf, parts: [Leaf])] = []
  /// Two leaves that are together as many as two others.
  private(set) var balances: [(one: [Leaf], other: [Leaf], value: Int)] = []
  /// What one leaf has more than another that lies within it.
  private(set) var remainders: [Remainder] = []

  /// - Parameter limit: remainders below it are found.
  init(_ entries: [Entry], limit: Int) {
    struct Set: Hashable {
      let family: String
      let region: String
      let value: Int
      let sketch: RowSketch
    }
    var first: [Set: Leaf] = [:]
    var single: [Entry] = []
    for entry in entries {
      let set = Set(family: entry.family, region: entry.leaf.region, value: entry.value, sketch: entry.sketch)
      if let known = first[set] {
        if known != entry.leaf { names[entry.leaf] = known }
      } else {
        first[set] = entry.leaf
        single.append(entry)
      }
    }
    let groups = Dictionary(grouping: single) { "\($0.family)/\($0.leaf.region)" }.sorted { $0.key < $1.key }.map(
      \.value)
    for group in groups {
      findRemainders(group, limit)
      for own in Dictionary(grouping: group, by: \.leaf.part).sorted(by: { $0.key < $1.key }).map(\.value) {
        findBalances(own)
      }
    }
  }

  private mutating func findRemainders(_ group: [Entry], _ limit: Int) {
    let bySketch = Dictionary(group.map { ($0.sketch, $0.leaf) }, uniquingKeysWith: { first, _ in first })
    let sorted = group.filter { !$0.isSensitive }.sorted { $0.rows < $1.rows }
    var start = 0
    for (index, whole) in sorted.enumerated() {
      while sorted[start].rows + limit <= whole.rows { start += 1 }
      for part in sorted[start..<index] {
        let rows = whole.rows - part.rows
        guard rows > 0, whole.value > part.value, whole.origin != part.origin else { continue }
        let rest = whole.sketch - part.sketch
        guard rest.isSet(of: rows) else { continue }
        if let leaf = bySketch[rest] {
          sums.append((whole.leaf, [part.leaf, leaf]))
        } else {
          remainders.append(
            Remainder(
              whole: whole.leaf, part: part.leaf, value: whole.value - part.value, rows: rows,
              contributor: whole.contributor, isCount: whole.isCount))
        }
      }
    }
  }

  private mutating func findBalances(_ group: [Entry]) {
    let single = Dictionary(group.map { ($0.sketch, $0) }, uniquingKeysWith: { first, _ in first })
    var pairs: [RowSketch: [(Entry, Entry)]] = [:]
    for (index, one) in group.enumerated() {
      for other in group[(index + 1)...] {
        let sketch = one.sketch + other.sketch
        if let total = single[sketch], total.value == one.value + other.value {
          sums.append((total.leaf, [one.leaf, other.leaf]))
        }
        for (third, fourth) in pairs[sketch] ?? [] where third.value + fourth.value == one.value + other.value {
          balances.append(([one.leaf, other.leaf], [third.leaf, fourth.leaf], one.value + other.value))
        }
        pairs[sketch, default: []].append((one, other))
      }
    }
  }
}
