import Warehouse

/// Finds the versions that may share a copy group with one that was just loaded, by a sweep over the hashes of all.
///
/// A bit for each hash (of 16 bits a version) tells most groups of one apart, so that only few versions are looked at.
struct GroupCandidates {
  private let segments: FactSegments

  init(_ segments: FactSegments) { self.segments = segments }

  /// Versions whose group occurs twice, has lost a member, or looks so; in any order, superseded ones among them.
  func find(first: Int, groups: [UInt64], left: [Int]) throws -> [(group: UInt64, id: Int)] {
    guard !groups.isEmpty || !left.isEmpty else { return [] }
    var seen = BitFilter(entries: groups.count + left.count)
    var again = BitFilter(entries: groups.count + left.count)
    for group in groups where group != 0 {
      if seen.contains(group) { again.insert(group) } else { seen.insert(group) }
    }
    for group in left {
      seen.insert(UInt64(group))
      again.insert(UInt64(group))
    }
    var result: [(group: UInt64, id: Int)] = []
    try segments.eachGroups { start, hashes in
      for offset in 0..<hashes.count where hashes[offset] != 0 && seen.contains(hashes[offset]) {
        again.insert(hashes[offset])
        result.append((hashes[offset], start + offset))
      }
    }
    for (offset, group) in groups.enumerated() where group != 0 && again.contains(group) {
      result.append((group, first + offset))
    }
    return result
  }
}

/// A set of hashes that may say yes too often, never no.
private struct BitFilter {
  private var words: [UInt64]
  private let mask: UInt64

  init(entries: Int) {
    // Half a megabyte stays in the cache; with less, the few groups of a night would look like many others.
    var size = 1 << 22
    while size < entries * 16 { size *= 2 }
    words = Array(repeating: 0, count: size / 64)
    mask = UInt64(size - 1)
  }

  func contains(_ hash: UInt64) -> Bool {
    let bit = hash & mask
    return words[Int(bit >> 6)] >> (bit & 63) & 1 == 1
  }

  mutating func insert(_ hash: UInt64) {
    let bit = hash & mask
    words[Int(bit >> 6)] |= 1 << (bit & 63)
  }
}
