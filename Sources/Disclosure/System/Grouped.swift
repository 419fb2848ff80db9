/// Lists of elements, one a group, in one array; a hundred thousand small arrays would be slow to walk.
struct Grouped<Element: Sendable>: Sendable {
  private let starts: [Int]
  private let elements: [Element]

  init(_ groups: [[Element]]) {
    var starts = [0]
    for group in groups { starts.append(starts[starts.count - 1] + group.count) }
    self.starts = starts
    elements = Array(groups.joined())
  }

  /// Elements keep their order within a group.
  init(groups: Int, _ pairs: some Sequence<(Int, Element)>) {
    let pairs = Array(pairs)
    var starts = [Int](repeating: 0, count: groups + 1)
    for (group, _) in pairs { starts[group + 1] += 1 }
    for group in 0..<groups { starts[group + 1] += starts[group] }
    var next = starts
    var places = [Int](repeating: 0, count: pairs.count)
    for (place, pair) in pairs.enumerated() {
      places[next[pair.0]] = place
      next[pair.0] += 1
    }
    self.starts = starts
    elements = places.map { pairs[$0].1 }
  }

  subscript(group: Int) -> ArraySlice<Element> { elements[range(group)] }

  /// Where a group's elements are; with `subscript(at:)` for the innermost loops, where a slice costs too much.
  func range(_ group: Int) -> Range<Int> { starts[group]..<starts[group + 1] }

  subscript(at place: Int) -> Element { elements[place] }
}
