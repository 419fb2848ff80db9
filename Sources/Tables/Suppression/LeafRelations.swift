import Domain

/// What the sets of rows behind leaves tell of each other, whatever their conditions look like: leaves that count the same
/// rows are one cell; one within another that is a few rows larger leaves those few to be told apart; a row of one table
/// is the sum of several rows of another; stock and inflow are outflow and former stock.
struct LeafRelations {
  /// A leaf with what it counts.
  struct Entry {
    let leaf: Leaf
    let family: Family
    /// The table's figure and its period: within it sums are known already.
    let origin: String
    /// Entries of one layer have no row in common; nil where nobody knows.
    var layer: String?
    let value: Int
    let rows: Int
    let sketch: RowSketch
    /// A row that it counts.
    var witness: String?
    let contributor: DatasetView.ContributorKind?
    let isCount: Bool
    let isSensitive: Bool
    var likeness: Likeness?
  }

  /// Leaves that may be compared.
  struct Family: Hashable {
    /// The datasets of exports that the rows come from.
    let roots: [String]
    /// What of the rows is added up or told apart; empty where they are counted.
    let measure: String
  }

  /// What is known of a leaf from the number of its rows.
  enum Likeness {
    /// A sum of rows that all add as much.
    case times(Int)
    /// Different values of these rows: as many at most.
    case among(RowSketch)
  }

  /// What a leaf has more than others that lie within it.
  struct Remainder {
    let whole: Leaf
    let parts: [Leaf]
    let value: Int
    let rows: Int
    let contributor: DatasetView.ContributorKind?
    let isCount: Bool

    init(_ whole: Entry, without parts: [Entry], rows: Int) {
      self.whole = whole.leaf
      self.parts = parts.map(\.leaf)
      value = parts.reduce(whole.value) { $0 - $1.value }
      self.rows = rows
      contributor = whole.contributor
      isCount = whole.isCount
    }
  }

  /// Other names of a leaf.
  private(set) var names: [Leaf: Leaf] = [:]
  /// A leaf that is the sum of others.
  private(set) var sums: [(total: Leaf, parts: [Leaf])] = []
  /// Two leaves that are together as many as two others.
  private(set) var balances: [(one: [Leaf], other: [Leaf], value: Int)] = []
  private(set) var remainders: [Remainder] = []
  /// A sum that is a multiple of a number of rows.
  private(set) var multiples: [(sum: Leaf, count: Leaf, times: Int)] = []
  /// A number of rows and of different values among them.
  private(set) var bounds: [(count: Leaf, values: Leaf)] = []

  /// - Parameters:
  ///   - holders: for each witness the leaves that count it.
  ///   - limit: remainders below it are found.
  init(_ entries: [Entry], holders: [String: Set<Leaf>] = [:], limit: Int) {
    struct RowSet: Hashable {
      let family: Family
      let value: Int
      let sketch: RowSketch
    }
    var first: [RowSet: Leaf] = [:]
    var single: [Entry] = []
    // What lies in no county stands in no table, and is the same as nothing that does.
    for entry in entries where entry.leaf.region != Leaf.rest {
      let set = RowSet(family: entry.family, value: entry.value, sketch: entry.sketch)
      if let known = first[set] {
        if known != entry.leaf { names[entry.leaf] = known }
      } else {
        first[set] = entry.leaf
        single.append(entry)
      }
    }
    let groups = Dictionary(grouping: single) { "\($0.family.roots)/\($0.family.measure)/\($0.leaf.region)" }
      .sorted { $0.key < $1.key }.map(\.value)
    for group in groups {
      findRemainders(group, limit)
      for own in Dictionary(grouping: group, by: \.leaf.part).sorted(by: { $0.key < $1.key }).map(\.value) {
        findBalances(own)
      }
    }
    findLikenesses(single)
    findUnions(LeafUnions(entries, single, names, holders), single, limit)
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
          remainders.append(Remainder(whole, without: [part], rows: rows))
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

  private mutating func findLikenesses(_ single: [Entry]) {
    struct Rows: Hashable {
      let roots: [String]
      let sketch: RowSketch
    }
    let counts = Dictionary(
      single.filter(\.family.measure.isEmpty).map { (Rows(roots: $0.family.roots, sketch: $0.sketch), $0.leaf) },
      uniquingKeysWith: { first, _ in first })
    for entry in single {
      func count(_ sketch: RowSketch) -> Leaf? { counts[Rows(roots: entry.family.roots, sketch: sketch)] }
      switch entry.likeness {
      case .times(let times): if let count = count(entry.sketch) { multiples.append((entry.leaf, count, times)) }
      case .among(let rows): if let count = count(rows) { bounds.append((count, entry.leaf)) }
      case nil: break
      }
    }
  }

  /// Leaves that are several leaves of another layer together, and those that are a few rows more.
  private mutating func findUnions(_ unions: LeafUnions, _ single: [Entry], _ limit: Int) {
    for whole in single {
      var done: Set<String> = []
      // What finer layers of the same origin add up to follows from the coarser one.
      for parts in unions.layers(within: whole) where !done.contains(parts[0].origin) {
        guard let rest = LeafUnions.rest(of: whole, without: parts) else { continue }
        if rest.rows == 0 {
          sums.append((whole.leaf, parts.map(\.leaf)))
          done.insert(parts[0].origin)
        } else if rest.rows < limit, !whole.isSensitive, !parts.contains(where: \.isSensitive),
          rest.sketch.isSet(of: rest.rows)
        {
          remainders.append(Remainder(whole, without: parts, rows: rest.rows))
        }
      }
      for parts in unions.figures(within: whole) { sums.append((whole.leaf, parts.map(\.leaf))) }
    }
  }
}
