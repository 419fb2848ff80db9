/// Adds up what each contributor gives to each cell; contributors come one after the other.
struct ContributorPass {
  private(set) var facts: [Contributors]
  private var current: [Double]
  private var isTouched: [Bool]
  private var touched: [Int] = []
  private var contributor: UInt64?

  init(cells: Int) {
    facts = Array(repeating: Contributors(), count: cells)
    current = Array(repeating: 0, count: cells)
    isTouched = Array(repeating: false, count: cells)
  }

  /// What follows is of this contributor; true where it is another than before.
  @discardableResult
  mutating func begin(_ next: UInt64) -> Bool {
    guard next != contributor else { return false }
    flush()
    contributor = next
    return true
  }

  @inline(__always)
  mutating func add(_ cell: Int, _ value: Double) {
    if !isTouched[cell] {
      isTouched[cell] = true
      touched.append(cell)
    }
    current[cell] += value
  }

  /// Adds so many contributors who give 1 each.
  mutating func add(_ cell: Int, ones count: Int) { facts[cell].add(ones: count) }

  /// After the last.
  mutating func flush() {
    for cell in touched {
      facts[cell].add(current[cell])
      current[cell] = 0
      isTouched[cell] = false
    }
    touched.removeAll(keepingCapacity: true)
  }
}
