/// Texts that are looked for at every place of a title: a tree over scalars, its edges in one table of hashes.
struct TitleTrie {
  private var keys: [UInt64]
  private var targets: [Int32]
  private var mask: Int
  private var edges = 0
  /// The entry that ends at a node; -1 where none does.
  private var ends: [Int32] = [-1]
  /// Number of texts.
  private(set) var count = 0

  init() {
    keys = [UInt64](repeating: 0, count: 1024)
    targets = [Int32](repeating: 0, count: 1024)
    mask = 1023
  }

  /// The number of a text, which is new where it was not there.
  mutating func insert(_ text: [UInt32]) -> Int {
    var node = 0
    for scalar in text {
      let key = TitleTrie.key(node, scalar)
      var slot = place(key)
      if keys[slot] == 0 {
        if edges * 2 > mask {
          grow()
          slot = place(key)
        }
        edges += 1
        keys[slot] = key
        targets[slot] = Int32(ends.count)
        ends.append(-1)
      }
      node = Int(targets[slot])
    }
    if ends[node] < 0 {
      ends[node] = Int32(count)
      count += 1
    }
    return Int(ends[node])
  }

  /// The number of the text that `text[start..<end]` is; nil where it is none.
  func find(_ text: [UInt32], _ start: Int, _ end: Int) -> Int? {
    var node = 0
    for index in start..<end {
      guard let next = step(node, text[index]) else { return nil }
      node = next
    }
    return ends[node] < 0 ? nil : Int(ends[node])
  }

  /// All texts that begin at `start`, shortest first: entry and end.
  @inline(__always)
  func each(_ text: [UInt32], from start: Int, to limit: Int, _ body: (Int, Int) -> Void) {
    var node = 0
    var index = start
    while index < limit, let next = step(node, text[index]) {
      node = next
      index += 1
      if ends[node] >= 0 { body(Int(ends[node]), index) }
    }
  }

  @inline(__always)
  private func step(_ node: Int, _ scalar: UInt32) -> Int? {
    let key = TitleTrie.key(node, scalar)
    var slot = TitleTrie.home(key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return Int(targets[slot]) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func place(_ key: UInt64) -> Int {
    var slot = TitleTrie.home(key) & mask
    while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = zip(keys, targets).filter { $0.0 != 0 }
    keys = [UInt64](repeating: 0, count: keys.count * 2)
    targets = [Int32](repeating: 0, count: keys.count)
    mask = keys.count - 1
    for (key, target) in old {
      let slot = place(key)
      keys[slot] = key
      targets[slot] = target
    }
  }

  /// Never 0: scalars are not.
  @inline(__always)
  private static func key(_ node: Int, _ scalar: UInt32) -> UInt64 { UInt64(node) << 21 | UInt64(scalar) }

  @inline(__always)
  private static func home(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
