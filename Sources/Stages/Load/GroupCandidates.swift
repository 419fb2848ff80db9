import Warehouse

/// Finds the versions that may share a copy group with one that was just loaded, by a sweep over the hashes of all.
///
/// A bit for each hash (of 16 bits a version or more) tells most groups of one apart, so that only few versions are looked
/// at.
struct GroupCandidates {
  private let segments: FactSegments

  init(_ segments: FactSegments) { self.segments = segments }

  /// Versions whose group occurs twice, has lost a member, or looks so; in any order, superseded ones among them.
  func find(first: Int, groups: [UInt64], left: [Int]) throws -> [(group: UInt64, id: Int)] {
    guard !groups.isEmpty || !left.isEmpty else { return [] }
    // Half a megabyte stays in the cache; with less, the few groups of a night would look like many others.
    let size = max(1 << 22, (groups.count + left.count) * 16)
    var (seen, again) = (HashFilter(size: size), HashFilter(size: size))
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
