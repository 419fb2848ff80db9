/// Finds the place that a text names: a code of GB/T 2260, or names from province to county, with or without 省/市/区,
/// run together or separated, with a street behind (`广西防城港市东兴`, `深圳深圳宝安区宝安`, `湖北省武汉东湖…`).
public struct RegionNames: Sendable {
  private let index: RegionNameIndex
  private let home: String?

  /// - Parameters:
  ///   - regions: the list of GB/T 2260.
  ///   - home: the code that decides between places of one name: nearest to it wins.
  public init(regions: CodeList, home: String?) {
    self.init(RegionNameIndex(regions), home: home)
  }

  init(_ index: RegionNameIndex, home: String?) {
    self.index = index
    self.home = home
  }

  private var list: CodeList { index.list }

  /// The lowest place that the text names; nil where it names none, or one of several with nothing to tell them apart.
  public func resolve(_ text: String) -> CodeList.Entry? {
    let folded = TextFold.fold(text)
    if folded.count >= 6, folded.allSatisfy({ $0.isASCII && $0.isNumber }) { return byCode(String(folded.prefix(6))) }
    let characters = Array(folded)
    var place: CodeList.Entry?
    var position = 0
    while position < characters.count {
      if "-/·,、>|".contains(characters[position]) {
        position += 1
      } else if let (entry, length) = match(characters, at: position, within: place) {
        place = entry
        position += length
      } else {
        break
      }
    }
    return place
  }

  /// The code itself, a superseded code's successor, else the prefecture or province it lies in.
  private func byCode(_ code: String) -> CodeList.Entry? {
    list.entry(named: code) ?? list.entry(code: code.prefix(4) + "00") ?? list.entry(code: code.prefix(2) + "0000")
  }

  /// The longest name that stands at `position` and lies within `place` (or repeats it).
  private func match(
    _ characters: [Character], at position: Int, within place: CodeList.Entry?
  ) -> (CodeList.Entry, Int)? {
    let (names, longest) = index.names()
    for length in stride(from: min(longest, characters.count - position), to: 1, by: -1) {
      guard let codes = names[String(characters[position..<(position + length)])] else { continue }
      if let place {
        if let below = choose(codes.filter { $0 != place.code && isWithin($0, place.code) }) { return (below, length) }
        // 深圳深圳宝安区: a name of the place itself, or of what lies above it, adds nothing.
        if codes.contains(where: { isWithin(place.code, $0) }) { return (place, length) }
      } else if let entry = choose(codes) {
        return (entry, length)
      }
    }
    return nil
  }

  private func choose(_ codes: [String]) -> CodeList.Entry? {
    guard codes.count > 1 else { return codes.first.flatMap(list.entry(code:)) }
    // 吉林 is a province and a city in it: the higher one holds whatever follows.
    let top = codes.filter { code in !codes.contains { $0 != code && isWithin(code, $0) } }
    if top.count == 1 { return list.entry(code: top[0]) }
    guard let home else { return nil }
    for prefix in [4, 2] {
      let near = top.filter { $0.prefix(prefix) == home.prefix(prefix) }
      if near.count == 1 { return list.entry(code: near[0]) }
    }
    return nil
  }

  private func isWithin(_ code: String, _ above: String) -> Bool {
    list.lineage(of: code).contains { $0.code == above }
  }
}
