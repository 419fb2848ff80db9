import Domain
import Forecasting

/// How the leaves of a market add up: by region, and by the levels of the classification of occupations, crossed.
///
/// Groups of the same leaves are one series, however many names they have.
struct OccupationTree {
  /// A named sum of leaves.
  struct Node {
    /// Number of the region; 0 for the whole city.
    let region: Int
    /// Code; empty for all.
    let occupation: String
    /// Place of its series: aggregates first, then the leaves.
    let series: Int
  }

  let nodes: [Node]
  let hierarchy: Hierarchy
  /// The series above each series; nil for the top.
  let parents: [Int?]

  private struct Name: Hashable {
    let region: Int
    let occupation: String
  }

  /// - Parameter leaves: region and code of each; a code that is no 细类 counts within its group alone.
  init(_ leaves: [(region: Int, occupation: String)]) {
    var members: [Name: [Int]] = [:]
    for (index, leaf) in leaves.enumerated() {
      for group in OccupationTree.groups(leaf.occupation) {
        for region in [0, leaf.region] { members[Name(region: region, occupation: group), default: []].append(index) }
      }
    }
    let names = members.keys.sorted { ($0.region, $0.occupation) < ($1.region, $1.occupation) }
    var places: [[Int]: Int] = [:]
    var aggregates: [[Int]] = []
    for name in names {
      guard let own = members[name], own.count > 1, places[own] == nil else { continue }
      places[own] = aggregates.count
      aggregates.append(own)
    }
    func series(_ name: Name) -> Int? {
      members[name].flatMap { $0.count == 1 ? aggregates.count + $0[0] : places[$0] }
    }
    nodes = names.compactMap { name in
      series(name).map { Node(region: name.region, occupation: name.occupation, series: $0) }
    }
    hierarchy = Hierarchy(aggregates: aggregates, bottomCount: leaves.count)
    var parents = [Int?](repeating: nil, count: aggregates.count + leaves.count)
    func above(_ name: Name) -> Name? {
      if name.region != 0, name.occupation.isEmpty || CodeNumber.occupationLevel(name.occupation) == 4 {
        return Name(region: 0, occupation: name.occupation)
      }
      guard !name.occupation.isEmpty else { return nil }
      let group = name.occupation.split(separator: "-").dropLast().joined(separator: "-")
      return Name(region: name.region, occupation: group)
    }
    func parent(of own: Int, from start: Name) -> Int? {
      var next: Name? = start
      while let name = next {
        if let found = series(name), found != own { return found }
        next = above(name)
      }
      return nil
    }
    for node in nodes {
      let name = Name(region: node.region, occupation: node.occupation)
      if parents[node.series] == nil { parents[node.series] = parent(of: node.series, from: name) }
    }
    // A leaf whose code is no 细类 has no name of its own; its group of the same region stands above it.
    for (index, leaf) in leaves.enumerated() where parents[aggregates.count + index] == nil {
      parents[aggregates.count + index] = parent(
        of: aggregates.count + index, from: Name(region: leaf.region, occupation: leaf.occupation))
    }
    self.parents = parents
  }

  /// The code itself and all groups it lies in, up to the empty one.
  private static func groups(_ occupation: String) -> [String] {
    let parts = occupation.split(separator: "-")
    return (0...parts.count).map { parts.prefix($0).joined(separator: "-") }
  }
}
