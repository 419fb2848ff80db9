import Disclosure

/// The small test problems. Inner cells are given; a count from 1 to 9 is sensitive unless said otherwise.
enum Problems {
  static func all() throws -> [Problem] { try flat() + hierarchical() + linked() + earlierEditions() + rules() }

  private static func flat() throws -> [Problem] {
    try [
      Problem("one in the middle", fewest: 3, Tables.flat([[20, 15, 30], [40, 5, 25], [12, 18, 22]])),
      Problem("two in a row", fewest: 2, Tables.flat([[20, 15, 30], [4, 5, 25], [12, 18, 22]])),
      Problem("a diagonal", fewest: 3, Tables.flat([[3, 15, 30], [40, 5, 25], [12, 18, 7]])),
      Problem("a cycle of sensitive cells", fewest: 0, Tables.flat([[9, 9, 30], [9, 9, 25], [12, 18, 22]])),
      Problem("a cycle too narrow", fewest: 5, Tables.flat([[2, 3, 30], [1, 2, 25], [12, 18, 22]])),
      Problem("zeros around", fewest: 3, Tables.flat([[0, 5, 0, 14], [20, 0, 0, 11], [0, 12, 16, 13]])),
      Problem("one dimension", fewest: 1, one([5, 20, 30, 40])),
      Problem("one dimension, zeros", fewest: 1, one([5, 0, 0, 40])),
      Problem("one dimension, two small", fewest: 1, one([2, 3, 40, 50])),
      Problem("nothing sensitive", fewest: 0, Tables.flat([[20, 15], [40, 25]])),
    ]
  }

  private static func one(_ parts: [Int]) throws -> CellSystemBuilder<[String]> {
    var builder = CellSystemBuilder<[String]>()
    try Tables.add(&builder, [.flat(parts.count)], key: Tables.names) { parts[$0[0] - 1] }
    return builder
  }

  private static func hierarchical() throws -> [Problem] {
    var line = CellSystemBuilder<[String]>()
    try Tables.add(&line, [Tables.grouped()], key: Tables.names) { [0, 0, 0, 5, 40, 30, 20][$0[0]] }
    var chain = CellSystemBuilder<[String]>()
    // The second group has one part: group and part are the same number, both sensitive.
    try Tables.add(&chain, [MemberTree(parents: [nil, 0, 0, 1, 1, 2])], key: Tables.names) {
      [0, 0, 0, 25, 40, 5][$0[0]]
    }
    var rows = CellSystemBuilder<[String]>()
    try Tables.add(&rows, [Tables.grouped(), .flat(2)], key: Tables.names) { members in
      [3: [5, 30], 4: [20, 15], 5: [30, 12], 6: [14, 22]][members[0]]![members[1] - 1]
    }
    var both = CellSystemBuilder<[String]>()
    try Tables.add(
      &both, [MemberTree(parents: [nil, 0, 0, 1, 1]), MemberTree(parents: [nil, 0, 0, 1, 1])], key: Tables.names
    ) { members in
      [2: [2: 30, 3: 16, 4: 18], 3: [2: 20, 3: 5, 4: 14], 4: [2: 17, 3: 13, 4: 15]][members[0]]![members[1]]!
    }
    var cube = CellSystemBuilder<[String]>()
    try Tables.add(&cube, [.flat(2), .flat(2), .flat(2)], key: Tables.names) { members in
      [[[5, 20], [30, 15]], [[25, 14], [18, 12]]][members[0] - 1][members[1] - 1][members[2] - 1]
    }
    var sparse = CellSystemBuilder<[String]>()
    try Tables.add(&sparse, [.flat(2), .flat(2), .flat(3)], key: Tables.names) { members in
      [[[5, 20, 0], [30, 15, 11]], [[25, 14, 13], [18, 0, 12]]][members[0] - 1][members[1] - 1][members[2] - 1]
    }
    return try [
      Problem("a line of groups", fewest: 1, line), Problem("a group of one part", fewest: 1, chain),
      Problem("rows in groups", fewest: 3, rows), Problem("rows and columns in groups", fewest: 3, both),
      Problem("three dimensions", fewest: 7, cube), Problem("three dimensions, zeros", fewest: 7, sparse),
    ]
  }

  private static func linked() throws -> [Problem] {
    /// Two tables of the same regions; each may have what it counts by.
    func tables(_ one: [[Int]], _ other: [[Int]]) throws -> CellSystemBuilder<[String]> {
      var builder = CellSystemBuilder<[String]>()
      for (name, inner) in [("occupation", one), ("industry", other)] {
        try Tables.add(
          &builder, [.flat(inner.count), .flat(inner[0].count)],
          key: { members in members[1] == 0 ? [String(members[0])] : [name] + Tables.names(members) },
          leaf: { inner[$0[0] - 1][$0[1] - 1] })
      }
      return builder
    }
    return try [
      Problem("a margin in two tables", fewest: 3, tables([[5, 20], [30, 15]], [[11, 14], [25, 20]])),
      Problem("a sensitive margin in two tables", fewest: 3, tables([[0, 8], [30, 15]], [[8, 0], [25, 20]])),
    ]
  }

  private static func earlierEditions() throws -> [Problem] {
    /// Cells by key that are not publishable.
    func flat(_ inner: [[Int]], _ others: [[String]: Visibility]) throws -> CellSystemBuilder<[String]> {
      try Tables.flat(inner) { key, value in
        let cell = Tables.cell(value)
        return Cell(value: value, visibility: others[key] ?? cell.visibility, protection: cell.protection)
      }
    }
    let inner = [[20, 15, 30], [40, 5, 25], [12, 18, 22]]
    let allKnown = Dictionary(
      uniqueKeysWithValues: [["2", "1"], ["2", "3"], ["2", "0"]].map { ($0, Visibility.known) })
    var share = try Tables.flat([[20, 15], [5, 40]])
    // 5 of 45 is 11.1 %: 2 * 1000 * x lies between 221 and 223 times the total.
    for fact in CellFact.ratio(
      share.number(["2", "1"])!, of: share.number(["2", "0"])!, published: 111, unit: 1000)
    { share.addFact(fact) }
    var rounded = try Tables.flat([[20, 15], [5, 40]])
    rounded.addFact(.rounded(rounded.number(["2", "1"])!, published: 10, unit: 10))
    var finer = try Tables.flat([[20, 15], [5, 40]])
    finer.addFact(.rounded(finer.number(["2", "1"])!, published: 5, unit: 5))
    var change = try Tables.flat([[20, 15], [5, 40]])
    let before = try change.add(["before"], Cell(value: 3, visibility: .known))
    change.addFact(.difference(change.number(["2", "1"])!, less: before, published: 2))
    return try [
      Problem("known complements", fewest: 3, flat(inner, [["1", "1"]: .known, ["2", "1"]: .known])),
      Problem("all complements known", fewest: 0, unprotected: [["2", "2"]], flat(inner, allKnown)),
      Problem("shown before", fewest: 0, unprotected: [["2", "2"]], flat(inner, [["2", "2"]: .known])),
      Problem("hidden before", fewest: 2, flat(inner, [["1", "1"]: .withheld])),
      Problem(
        "a rectangle hidden before", fewest: 0,
        flat(
          inner,
          [
            ["1", "1"]: .withheld, ["1", "2"]: .withheld, ["2", "1"]: .withheld,
          ])),
      Problem("a published share", fewest: 5, share), Problem("rounded to tens", fewest: 3, rounded),
      Problem("rounded to fives", fewest: 3, unprotected: [["2", "1"]], finer),
      Problem("a published change", fewest: 0, unprotected: [["2", "1"]], change),
    ]
  }

  private static func rules() throws -> [Problem] {
    func flat(_ inner: [[Int]], _ rules: [PrimaryRule], _ contributors: [[String]: ContributorFacts]) throws
      -> CellSystemBuilder<[String]>
    {
      try Tables.flat(inner) { key, value in
        let finding = PrimaryFinding(rules, value: value, contributors: contributors[key])
        return Cell(value: value, visibility: .publishable(cost: 1), protection: finding?.protection)
      }
    }
    let inner = [[20, 15, 30], [40, 50, 25], [12, 18, 22]]
    let facts = [["2", "2"]: ContributorFacts(contributions: [46, 2, 1, 1])]
    return try [
      Problem("dominance", fewest: 3, flat(inner, [.dominance(largest: 1, percent: 85)], facts)),
      Problem("p percent", fewest: 3, flat(inner, [.pPercent(10)], facts)),
      Problem("few contributors", fewest: 3, flat(inner, [.contributors(fewerThan: 5, safetyPercent: 20)], facts)),
      Problem("a hidden zero", fewest: 3, flat([[20, 15], [0, 25]], [.threshold(below: 5, hidesZero: true)], [:])),
    ]
  }
}
