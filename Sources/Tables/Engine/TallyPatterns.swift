/// What rows of a scan hit: leaves, place and row. Rows that hit the same are counted together.
struct TallyPatterns {
  struct Place: Hashable {
    let row: Int32
    let total: Int32
    let place: UInt16
    /// Bits of 其中 rows.
    let parts: UInt16
  }

  private(set) var places: [Place] = []
  private(set) var counts: [Int] = []
  private var masks: [UInt64] = []
  private var sketches: [UInt64] = []
  /// The key of the first row of each; empty where rows have none.
  private(set) var witnesses: [String] = []
  private var numbers: [UInt64: Int] = [:]
  private let words: Int
  private let orders: Int

  init(words: Int, orders: Int) {
    self.words = words
    self.orders = orders
  }

  func mask(_ pattern: Int) -> ArraySlice<UInt64> { masks[pattern * words..<(pattern + 1) * words] }

  func sketch(_ pattern: Int) -> ArraySlice<UInt64> { sketches[pattern * orders..<(pattern + 1) * orders] }

  /// Counts a row; gives the number of its pattern.
  ///
  /// - Parameter key: of the row; read of the first of a pattern alone.
  mutating func add(_ place: Place, _ mask: [UInt64], _ powers: [UInt64], key: () -> String?) -> Int {
    let first = UInt64(UInt32(bitPattern: place.row)) << 32 | UInt64(UInt32(bitPattern: place.total))
    var hash = RowHash.combined(first, UInt64(place.place) << 16 | UInt64(place.parts))
    for word in mask { hash = RowHash.combined(hash, word) }
    let number = number(place, mask, hash: hash)
    if number == witnesses.count { witnesses.append(key() ?? "") }
    counts[number] += 1
    let start = number * orders
    for order in 0..<orders { sketches[start + order] = RowSketch.add(sketches[start + order], powers[order]) }
    return number
  }

  private mutating func number(_ place: Place, _ mask: [UInt64], hash: UInt64) -> Int {
    var hash = hash
    while let known = numbers[hash] {
      if places[known] == place, self.mask(known).elementsEqual(mask) { return known }
      hash &+= 1
    }
    numbers[hash] = places.count
    places.append(place)
    counts.append(0)
    masks += mask
    sketches += Array(repeating: 0, count: orders)
    return places.count - 1
  }
}

/// Who contributed a row, and what it hit.
struct TallyRecord {
  let contributor: UInt64
  let pattern: Int32
}

/// A value of a leaf that is no count.
struct TallyItem {
  /// A hash, or the bits of a number.
  var value: UInt64 = 0
  /// The weight, or whether a spell has ended.
  var extra = 1.0
  let contributor: UInt64
  let row: Int32
  let place: Int16
  let parts: UInt16

  init(contributor: UInt64, row: Int32, place: Int16, parts: UInt16) {
    self.contributor = contributor
    self.row = row
    self.place = place
    self.parts = parts
  }

  var number: Double { Double(bitPattern: value) }
}
