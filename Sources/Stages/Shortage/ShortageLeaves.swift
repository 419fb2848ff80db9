import Domain

/// The occupation codes that rows carry, of any level; each has a place, in the order in which it was met.
struct ShortageLeaves {
  /// Numbers of the codes; 0 where a row names none.
  private(set) var numbers: [Int] = []
  private var places: [Int: Int] = [:]

  var count: Int { numbers.count }

  /// The place of a code; nil where no row has it.
  func place(_ number: Int) -> Int? { places[number] }

  /// The place of a code, new ones at the end.
  mutating func add(_ number: Int) -> Int {
    if let place = places[number] { return place }
    places[number] = numbers.count
    numbers.append(number)
    return numbers.count - 1
  }
}
