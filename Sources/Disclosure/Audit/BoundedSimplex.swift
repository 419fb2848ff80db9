/// Primal simplex method for bounded variables that starts from the true values (all changes 0), so that no first phase
/// is needed: nonbasic variables may lie between their bounds and then enter in either direction.
///
/// A dense tableau: meant for some hundred variables. Results are proofs only after they have been checked in whole
/// numbers.
///
/// Source: Chvátal, Linear Programming (1983), chapter 8; Bland (1977) against cycling.
struct BoundedSimplex {
  private let columns: Int
  private var lower: [Double]
  private var upper: [Double]
  private var values: [Double]
  /// Row after row: basic variable + entries * nonbasic variables = 0.
  private var tableau: [Double] = []
  /// The basic variable of each row.
  private var basis: [Int] = []
  private var isBasic: [Bool]

  private static let tolerance = 1e-9

  init(_ program: ChangeProgram) {
    let slacks = program.rows.filter { $0.lower != 0 || $0.upper != 0 }
    columns = program.cells.count + slacks.count
    lower = program.lower.map(Double.init) + slacks.map { $0.lower.map(Double.init) ?? -.infinity }
    upper =
      [Double](repeating: .infinity, count: program.cells.count) + slacks.map { $0.upper.map(Double.init) ?? .infinity }
    values = [Double](repeating: 0, count: columns)
    isBasic = [Bool](repeating: false, count: columns)
    var slack = program.cells.count
    for (number, row) in program.rows.enumerated() {
      var entries = [Double](repeating: 0, count: columns)
      for term in program.terms[number] { entries[term.variable] = Double(term.coefficient) }
      guard row.lower != 0 || row.upper != 0 else {
        addRow(entries, basic: nil)
        continue
      }
      entries[slack] = -1
      addRow(entries, basic: slack)
      slack += 1
    }
  }

  /// The assignment with the largest (direction 1) or smallest (-1) value of a variable, that is not taken beyond
  /// `most` times the direction; nil when the steps run out.
  mutating func extreme(_ variable: Int, _ direction: Int, most: Double) -> [Double]? {
    let kept = (lower[variable], upper[variable])
    defer { (lower[variable], upper[variable]) = kept }
    if direction > 0 {
      upper[variable] = min(upper[variable], max(most, values[variable]))
    } else {
      lower[variable] = max(lower[variable], min(-most, values[variable]))
    }
    var gains = [Double](repeating: 0, count: columns)
    if let row = basis.firstIndex(of: variable) {
      for column in 0..<columns where !isBasic[column] {
        gains[column] = -Double(direction) * tableau[row * columns + column]
      }
    } else {
      gains[variable] = Double(direction)
    }
    let limit = 50 + 20 * (columns + basis.count)
    var standing = 0
    for _ in 0..<limit {
      guard let entering = entering(gains, byNumber: standing > 30) else { return Array(values) }
      let moved = step(entering, up: gains[entering] > 0, &gains, byNumber: standing > 30)
      guard moved.isFinite else { return nil }
      standing = moved > BoundedSimplex.tolerance ? 0 : standing + 1
    }
    return nil
  }

  /// Eliminates the basic variables from a new row and takes another one from it.
  ///
  /// - Parameter basic: a variable that is in no other row, so that nothing is to be eliminated from those; nil: there is
  ///   none.
  private mutating func addRow(_ entries: [Double], basic: Int?) {
    var entries = entries
    let (rows, width) = (basis, columns)
    tableau.withUnsafeBufferPointer { table in
      entries.withUnsafeMutableBufferPointer { own in
        guard let first = table.baseAddress, let own = own.baseAddress else { return }
        for (row, variable) in rows.enumerated() where own[variable] != 0 {
          BoundedSimplex.subtract(first + row * width, times: own[variable], from: own, width)
          own[variable] = 0
        }
      }
    }
    if let basic {
      // It stands there with -1.
      for column in 0..<columns where entries[column] != 0 { entries[column] = -entries[column] }
      tableau += entries
      basis.append(basic)
      isBasic[basic] = true
      return
    }
    var best = 0
    for column in 0..<columns where abs(entries[column]) > abs(entries[best]) + BoundedSimplex.tolerance {
      best = column
    }
    guard abs(entries[best]) > BoundedSimplex.tolerance else { return }
    tableau += entries
    basis.append(best)
    isBasic[best] = true
    var gains = [Double](repeating: 0, count: columns)
    eliminate(basis.count - 1, best, &gains)
  }

  private func entering(_ gains: [Double], byNumber: Bool) -> Int? {
    var best: Int?
    for column in 0..<columns where !isBasic[column] {
      let gain = gains[column]
      let isOpen =
        gain > BoundedSimplex.tolerance && values[column] < upper[column]
        || gain < -BoundedSimplex.tolerance && values[column] > lower[column]
      guard isOpen else { continue }
      if byNumber { return column }
      if abs(gain) > best.map({ abs(gains[$0]) }) ?? 0 { best = column }
    }
    return best
  }

  /// Moves the entering variable until it or a basic one is stopped by a bound; returns how far.
  private mutating func step(_ entering: Int, up: Bool, _ gains: inout [Double], byNumber: Bool) -> Double {
    let sign = up ? 1.0 : -1.0
    var least = up ? upper[entering] - values[entering] : values[entering] - lower[entering]
    var leaving: Int?
    for (row, variable) in basis.enumerated() {
      let speed = -tableau[row * columns + entering] * sign
      guard abs(speed) > BoundedSimplex.tolerance else { continue }
      let room =
        max(speed > 0 ? upper[variable] - values[variable] : values[variable] - lower[variable], 0) / abs(speed)
      guard room < least + BoundedSimplex.tolerance else { continue }
      // Among equals the largest pivot, for the numbers' sake; or, against cycling, the smallest variable.
      let isBetter =
        room < least - BoundedSimplex.tolerance || leaving == nil
        || (byNumber
          ? variable < basis[leaving!]
          : abs(speed) > abs(tableau[leaving! * columns + entering]))
      if isBetter {
        leaving = row
        least = min(least, room)
      }
    }
    guard least.isFinite else { return least }
    values[entering] += sign * least
    for (row, variable) in basis.enumerated() {
      values[variable] -= tableau[row * columns + entering] * sign * least
    }
    guard let row = leaving else {
      values[entering] = up ? upper[entering] : lower[entering]
      return least
    }
    let variable = basis[row]
    values[variable] = -tableau[row * columns + entering] * sign > 0 ? upper[variable] : lower[variable]
    isBasic[variable] = false
    isBasic[entering] = true
    basis[row] = entering
    eliminate(row, entering, &gains)
    return least
  }

  private mutating func eliminate(_ row: Int, _ column: Int, _ gains: inout [Double]) {
    let rows = basis.count
    let width = columns
    tableau.withUnsafeMutableBufferPointer { table in
      guard let first = table.baseAddress else { return }
      let own = first + row * width
      let pivot = own[column]
      for place in 0..<width { own[place] /= pivot }
      own[column] = 1
      // Rows are nearly empty at first.
      let places = (0..<width).filter { own[$0] != 0 }
      for other in 0..<rows where other != row && first[other * width + column] != 0 {
        let entries = first + other * width
        let factor = entries[column]
        if places.count * 4 < width {
          for place in places { entries[place] -= factor * own[place] }
        } else {
          BoundedSimplex.subtract(own, times: factor, from: entries, width)
        }
        entries[column] = 0
      }
      let factor = gains[column]
      guard factor != 0 else { return }
      for place in 0..<width { gains[place] -= factor * own[place] }
      gains[column] = 0
    }
  }

  /// Without checks of bounds, so that it is done several at a time.
  @inline(__always)
  private static func subtract(
    _ row: UnsafePointer<Double>, times factor: Double, from other: UnsafeMutablePointer<Double>, _ width: Int
  ) {
    for place in 0..<width { other[place] -= factor * row[place] }
  }
}
