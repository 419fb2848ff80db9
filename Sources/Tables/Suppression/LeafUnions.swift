/// Which leaves may together be another one: found by a row of each, and proved by sketches.
///
/// Where a leaf is the union of disjoint ones, each of them has all its rows in it, and no other of their layer has one. So
/// one row of each, its witness, tells which they are.
struct LeafUnions {
  typealias Entry = LeafRelations.Entry

  /// By leaf, then by layer.
  private var within: [Leaf: [String: [Entry]]] = [:]
  /// By leaf, those of the same place and row.
  private var beside: [Leaf: [Entry]] = [:]
  /// More are not tried in all combinations.
  private static let mostFigures = 16

  /// - Parameters:
  ///   - entries: all leaves.
  ///   - single: of those with other names the first.
  ///   - names: the others' names.
  ///   - holders: for each witness the leaves that count it.
  init(_ entries: [Entry], _ single: [Entry], _ names: [Leaf: Leaf], _ holders: [String: Set<Leaf>]) {
    let wholes = Dictionary(single.map { ($0.leaf, $0) }, uniquingKeysWith: { first, _ in first })
    // A leaf is no news to its own figure, under whatever name.
    var origins: [Leaf: Set<String>] = [:]
    for entry in entries { origins[names[entry.leaf] ?? entry.leaf, default: []].insert(entry.origin) }
    for entry in entries {
      guard let witness = entry.witness else { continue }
      for holder in holders[witness] ?? [] {
        guard let whole = wholes[holder], whole.family == entry.family, whole.rows > entry.rows,
          origins[holder]?.contains(entry.origin) != true
        else { continue }
        if let layer = entry.layer { within[holder, default: [:]][layer, default: []].append(entry) }
        if names[entry.leaf] == nil, entry.leaf.region == holder.region, entry.leaf.part == holder.part {
          beside[holder, default: []].append(entry)
        }
      }
    }
  }

  /// The parts of each layer that may lie within a leaf, layers of few parts first.
  func layers(within whole: Entry) -> [[Entry]] {
    (within[whole.leaf] ?? [:]).filter { $0.value.count > 1 }
      .sorted { ($0.value.count, $0.key) < ($1.value.count, $1.key) }.map(\.value)
  }

  /// Three or more figures of one place and row that are together the whole: decided cases are granted, refused and
  /// withdrawn ones. Two are looked for elsewhere.
  func figures(within whole: Entry) -> [[Entry]] {
    let all = (beside[whole.leaf] ?? []).sorted { ($1.rows, $0.leaf.measure) < ($0.rows, $1.leaf.measure) }
    guard (3...LeafUnions.mostFigures).contains(all.count) else { return [] }
    var found: [[Entry]] = []
    func search(_ next: Int, _ taken: [Entry], _ rows: Int, _ checksum: UInt64) {
      guard rows > 0 else {
        if checksum == 0, taken.count > 2, LeafUnions.rest(of: whole, without: taken)?.rows == 0 { found.append(taken) }
        return
      }
      for index in all.indices[next...] where all[index].rows <= rows {
        let left = RowSketch.add(checksum, RowSketch.prime - all[index].sketch.checksum)
        search(index + 1, taken + [all[index]], rows - all[index].rows, left)
      }
    }
    search(0, [], whole.rows, whole.sketch.checksum)
    return found
  }

  /// What a whole has beside parts; nil where they are no parts of it: too many, or other rows.
  static func rest(of whole: Entry, without parts: [Entry]) -> (rows: Int, sketch: RowSketch)? {
    let rows = whole.rows - parts.reduce(0) { $0 + $1.rows }
    let value = whole.value - parts.reduce(0) { $0 + $1.value }
    let sketch = parts.reduce(whole.sketch) { $0 - $1.sketch }
    guard rows >= 0, rows > 0 ? value > 0 : value == 0 && sketch.isSet(of: 0) else { return nil }
    return (rows, sketch)
  }
}
