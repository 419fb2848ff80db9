import Domain

/// How the occupation codes of a window make units: every row with an occupation counts in exactly one.
///
/// A 细类 above the floor is a unit. The other 细类 of a 小类, and what is coded to the 小类 only, are one unit: the rest of
/// the 小类. What is coded to a 中类 or 大类 only is a unit of that code, which cannot be assessed: nobody can say which
/// occupation it is, and spreading it over occupations would invent figures.
struct ShortagePartition {
  /// One unit: places of its codes.
  struct Unit {
    let code: String
    let places: [Int]
    /// False for a 中类 or 大类.
    let isOccupation: Bool
    /// True for the rest of a 小类.
    let isRest: Bool
  }

  /// In the order of the codes.
  let units: [Unit]

  /// - Parameters:
  ///   - present: places that have anything in the window.
  ///   - isAboveFloor: of a place.
  init(_ leaves: ShortageLeaves, present: [Int], isAboveFloor: (Int) -> Bool) {
    var groups: [String: [Int]] = [:]
    var own: Set<String> = []
    for place in present where leaves.numbers[place] != 0 {
      let code = CodeNumber.occupationCode(leaves.numbers[place])
      let isLeaf = CodeNumber.occupationLevel(code) == 4
      let isOwn = isLeaf && isAboveFloor(place)
      if isOwn { own.insert(code) }
      groups[isLeaf && !isOwn ? ShortagePartition.minorGroup(code) : code, default: []].append(place)
    }
    units = groups.keys.sorted().map { code in
      let level = CodeNumber.occupationLevel(code)
      return Unit(
        code: code, places: groups[code] ?? [], isOccupation: level >= 3, isRest: !own.contains(code) && level == 3)
    }
  }

  /// The 小类 of a 细类: `6-17-02` of `6-17-02-02`.
  static func minorGroup(_ code: String) -> String { code.split(separator: "-").prefix(3).joined(separator: "-") }
}
