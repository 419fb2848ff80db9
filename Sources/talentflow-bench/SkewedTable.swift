import Disclosure
import Foundation

/// A table like those of job counts: rows and columns of very different size in four levels each, most cells small,
/// many zero.
struct SkewedTable {
  let rows: MemberTree
  let columns: MemberTree
  private let values: [[Int]]

  init(rows rowCount: Int, columns columnCount: Int, seed: UInt64) throws {
    var random = SplitMix(state: seed)
    rows = try SkewedTable.tree(rowCount)
    columns = try SkewedTable.tree(columnCount)
    let rowSizes = (0..<rowCount).map { _ in exp(1.2 * random.normal()) }
    let columnSizes = (0..<columnCount).map { _ in exp(1.6 * random.normal()) }
    var values = [[Int]](repeating: [Int](repeating: 0, count: columns.count), count: rows.count)
    for row in 0..<rowCount {
      for column in 0..<columnCount {
        let mean = 1.2 * rowSizes[row] * columnSizes[column] * exp(0.8 * random.normal() - 0.3)
        let count = random.poisson(mean)
        var above: Int? = rows.count - rowCount + row
        while let one = above {
          var beside: Int? = columns.count - columnCount + column
          while let other = beside {
            values[one][other] += count
            beside = columns.parents[other]
          }
          above = rows.parents[one]
        }
      }
    }
    self.values = values
  }

  /// Counts from 1 to 9 are sensitive; hiding costs more the larger the cell is.
  func system() throws -> CellSystem {
    var builder = CellSystemBuilder<[Int]>()
    try builder.addTable([rows, columns]) { members in
      let value = values[members[0]][members[1]]
      let finding = PrimaryFinding([.threshold(below: 10)], value: value)
      let cost = 10 + Int(10 * log(Double(value + 1)))
      return (members, Cell(value: value, visibility: .publishable(cost: cost), protection: finding?.protection))
    }
    return try builder.system()
  }

  /// Total, groups, subgroups, leaves: groups have about the cube root of the leaves as members.
  private static func tree(_ leaves: Int) throws -> MemberTree {
    let fan = max(Int(pow(Double(leaves), 1 / 3.0).rounded()), 2)
    let subgroups = (leaves + fan - 1) / fan
    let groups = (subgroups + fan - 1) / fan
    var parents: [Int?] = [nil] + [Int?](repeating: 0, count: groups)
    parents += (0..<subgroups).map { 1 + $0 / fan }
    parents += (0..<leaves).map { 1 + groups + $0 / fan }
    return try MemberTree(parents: parents)
  }
}

/// The generator of Steele, Lea and Flood (2014).
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }

  mutating func unit() -> Double { (Double(next() >> 11) + 0.5) / Double(1 << 53) }

  mutating func normal() -> Double { (-2 * log(unit())).squareRoot() * cos(2 * .pi * unit()) }

  mutating func poisson(_ mean: Double) -> Int {
    if mean > 50 { return max(Int((mean + mean.squareRoot() * normal()).rounded()), 0) }
    var (count, product) = (0, unit())
    while product > exp(-mean) {
      product *= unit()
      count += 1
    }
    return count
  }
}
