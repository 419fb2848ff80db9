/// A dimension of a table: its members, numbered from 0, and which is the total of which.
public struct MemberTree: Sendable, Equatable {
  /// For each member its total; nil for a root.
  public let parents: [Int?]
  /// For each member those it is the total of, ascending.
  public let children: [[Int]]

  /// - Throws: `noTree` when the way up from a member never ends or leads to no member.
  public init(parents: [Int?]) throws(CellSystemFailure) {
    for member in parents.indices {
      var (above, steps) = (parents[member], 0)
      while let next = above {
        guard parents.indices.contains(next), steps <= parents.count else { throw .noTree(member: member) }
        (above, steps) = (parents[next], steps + 1)
      }
    }
    var children = [[Int]](repeating: [], count: parents.count)
    for (member, parent) in parents.enumerated() {
      if let parent { children[parent].append(member) }
    }
    self.parents = parents
    self.children = children
  }

  /// A total (member 0) of `count` parts (members 1 to `count`).
  public static func flat(_ count: Int) -> MemberTree {
    MemberTree(total: count)
  }

  private init(total count: Int) {
    parents = [nil] + [Int?](repeating: 0, count: count)
    children = [Array(1..<count + 1)] + [[Int]](repeating: [], count: count)
  }

  /// How many there are, totals included.
  public var count: Int { parents.count }
}
