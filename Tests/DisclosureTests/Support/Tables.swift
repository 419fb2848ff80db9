import Disclosure

/// Small tables of which the inner cells are given: totals are added, counts from 1 to 9 are sensitive, every hidden
/// cell costs 1.
enum Tables {
  static func cell(_ value: Int, threshold: Int = 10) -> Cell {
    let finding = PrimaryFinding([.threshold(below: threshold)], value: value)
    return Cell(value: value, visibility: .publishable(cost: 1), protection: finding?.protection)
  }

  /// The sum of the leaves below members of each dimension; `leaf` is asked for members without parts.
  static func value(_ trees: [MemberTree], _ members: [Int], _ leaf: ([Int]) -> Int) -> Int {
    for (dimension, tree) in trees.enumerated() where !tree.children[members[dimension]].isEmpty {
      return tree.children[members[dimension]].reduce(0) { sum, part in
        var below = members
        below[dimension] = part
        return sum + value(trees, below, leaf)
      }
    }
    return leaf(members)
  }

  /// A table of any dimensions; keys are the name and the members.
  static func add(
    _ builder: inout CellSystemBuilder<[String]>, _ trees: [MemberTree], key: ([Int]) -> [String],
    cell: ([String], Int) -> Cell = { _, value in Tables.cell(value) }, leaf: ([Int]) -> Int
  ) throws {
    try builder.addTable(trees) { members in
      (key(members), cell(key(members), value(trees, members, leaf)))
    }
  }

  static func names(_ members: [Int]) -> [String] { members.map(String.init) }

  /// Flat dimensions; `inner` row after row.
  static func flat(_ inner: [[Int]], cell: ([String], Int) -> Cell = { _, value in Tables.cell(value) }) throws
    -> CellSystemBuilder<[String]>
  {
    var builder = CellSystemBuilder<[String]>()
    try add(&builder, [.flat(inner.count), .flat(inner[0].count)], key: names, cell: cell) { members in
      inner[members[0] - 1][members[1] - 1]
    }
    return builder
  }

  /// A total, two groups, the leaves 3, 4 in the first and 5, 6 in the second.
  static func grouped() throws -> MemberTree { try MemberTree(parents: [nil, 0, 0, 1, 1, 2, 2]) }
}
