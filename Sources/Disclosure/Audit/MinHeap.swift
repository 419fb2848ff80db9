/// Numbers by priority, the smallest first; among equals the smallest number, so that searches are deterministic.
struct MinHeap {
  private var entries: [(priority: Int, number: Int)] = []

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

  mutating func push(_ number: Int, priority: Int) {
    var place = entries.count
    entries.append((priority, number))
    while place > 0 {
      let above = (place - 1) / 2
      guard entries[place] < entries[above] else { break }
      entries.swapAt(place, above)
      place = above
    }
  }

  mutating func pop() -> Int? {
    guard let last = entries.popLast() else { return nil }
    guard let first = entries.first else { return last.number }
    entries[0] = last
    var place = 0
    while true {
      var least = place
      for below in [2 * place + 1, 2 * place + 2] where below < entries.count && entries[below] < entries[least] {
        least = below
      }
      guard least != place else { return first.number }
      entries.swapAt(place, least)
      place = least
    }
  }
}
