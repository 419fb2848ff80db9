/// Finds all anchors of all patterns in one pass over a text (Aho and Corasick 1975).
struct AnchorIndex: Sendable {
  /// A pattern to be tried where an anchor ends: its match begins so many characters before that end.
  struct Try: Sendable {
    let pattern: Int32
    let least: Int32
    let most: Int32
  }

  /// The state that the first character leads to, by number.
  private let roots: [UInt16]
  /// Children of a state: `edges[starts[state]..<starts[state + 1]]`, each the character and the state.
  private let starts: [Int32]
  private let edges: [(symbol: UInt16, state: UInt16)]
  private let fails: [UInt16]
  /// What ends at a state: `tries[ends[state]..<ends[state + 1]]`, that of its suffixes included.
  private let ends: [Int32]
  private let tries: [Try]

  /// - Parameter anchors: by pattern, with words of numbers.
  init(_ anchors: [[PatternAnchors.Anchor]], alphabet: ScreenAlphabet) {
    var children: [[UInt16: Int]] = [[:]]
    var found: [[Try]] = [[]]
    for (pattern, words) in anchors.enumerated() {
      for anchor in words {
        var state = 0
        for symbol in anchor.word {
          if let next = children[state][symbol] {
            state = next
          } else {
            children.append([:])
            found.append([])
            children[state][symbol] = children.count - 1
            state = children.count - 1
          }
        }
        found[state].append(
          Try(
            pattern: Int32(pattern), least: Int32(anchor.least + anchor.word.count),
            most: Int32(anchor.most + anchor.word.count)))
      }
    }
    precondition(children.count < Int(UInt16.max), "too many anchors")
    var fails = [Int](repeating: 0, count: children.count)
    var queue = children[0].values.sorted()
    var head = 0
    while head < queue.count {
      let state = queue[head]
      head += 1
      for (symbol, child) in children[state].sorted(by: { $0.key < $1.key }) {
        var fail = fails[state]
        while fail != 0, children[fail][symbol] == nil { fail = fails[fail] }
        fails[child] = children[fail][symbol] ?? 0
        found[child] += found[fails[child]]
        queue.append(child)
      }
    }
    roots = (0..<alphabet.count).map { UInt16(children[0][UInt16($0)] ?? 0) }
    var (starts, edges, ends, tries): ([Int32], [(symbol: UInt16, state: UInt16)], [Int32], [Try]) = ([0], [], [0], [])
    for state in children.indices {
      let own = children[state].sorted { $0.key < $1.key }
      edges += own.map { (symbol: $0.key, state: UInt16($0.value)) }
      tries += found[state]
      starts.append(Int32(edges.count))
      ends.append(Int32(tries.count))
    }
    self.starts = starts
    self.edges = edges
    self.ends = ends
    self.tries = tries
    self.fails = fails.map { UInt16($0) }
  }

  /// Calls `found` for each anchor with the place behind it and what is to be tried.
  func scan(_ symbols: UnsafeBufferPointer<UInt16>, _ count: Int, _ found: (Int, ArraySlice<Try>) -> Void) {
    roots.withUnsafeBufferPointer { roots in
      starts.withUnsafeBufferPointer { starts in
        edges.withUnsafeBufferPointer { edges in
          ends.withUnsafeBufferPointer { ends in
            var state = 0
            for place in 0..<count {
              let symbol = symbols[place]
              while true {
                guard state != 0 else {
                  state = Int(roots[Int(symbol)])
                  break
                }
                if let next = AnchorIndex.child(edges, Int(starts[state]), Int(starts[state + 1]), symbol) {
                  state = next
                  break
                }
                state = Int(fails[state])
              }
              let (from, to) = (Int(ends[state]), Int(ends[state + 1]))
              if from < to { found(place + 1, tries[from..<to]) }
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private static func child(
    _ edges: UnsafeBufferPointer<(symbol: UInt16, state: UInt16)>, _ start: Int, _ end: Int, _ symbol: UInt16
  ) -> Int? {
    var at = start
    while at < end {
      if edges[at].symbol == symbol { return Int(edges[at].state) }
      at += 1
    }
    return nil
  }
}
