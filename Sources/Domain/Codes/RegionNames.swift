/// Finds the place that a text names: a code of GB/T 2260, or names from province to county, with or without 省/市/区,
/// run together or separated, with a street behind (`广西防城港市东兴`, `深圳深圳宝安区宝安`, `湖北省武汉东湖…`).
public struct RegionNames: Sendable {
  private let list: CodeList
  private let home: String?
  /// Name, full or short -> codes that bear it.
  private let names: [String: [String]]
  private let longest: Int

  /// - Parameters:
  ///   - regions: the list of GB/T 2260.
  ///   - home: the code that decides between places of one name: nearest to it wins.
  public init(regions: CodeList, home: String?) {
    list = regions
    self.home = home
    var names: [String: [String]] = [:]
    for entry in regions.entries {
      for name in RegionNames.forms(of: entry) where !(names[name]?.contains(entry.code) ?? false) {
        names[name, default: []].append(entry.code)
      }
    }
    self.names = names
    longest = names.keys.map(\.count).max() ?? 0
  }

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

  private static let kinds = [
    "特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "特区", "省", "市", "县", "区", "盟", "旗",
  ]

  private static func forms(of entry: CodeList.Entry) -> [String] {
    var forms = [entry.name] + entry.aliases.filter { $0.first.map { !$0.isNumber } ?? false }
    if let kind = kinds.first(where: { ends(entry.name, with: $0) }) {
      var short = String(entry.name.dropLast(kind.count))
      forms.append(short)
      while let nation = nations.first(where: { ends(short, with: $0) && short.count > $0.count + 1 }) {
        short.removeLast(nation.count)
        forms.append(short)
      }
    }
    return forms.filter { $0.count > 1 }.map(TextFold.fold)
  }

  /// As `hasSuffix`, by bytes: Chinese characters have one form.
  private static func ends(_ name: String, with ending: String) -> Bool {
    name.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }

  /// Names of nationalities within the names of autonomous places; the short name ends before them.
  private static let nations = [
    "蒙古族", "回族", "藏族", "维吾尔", "维吾尔族", "苗族", "彝族", "壮族", "布依族", "朝鲜族", "满族", "侗族", "瑶族",
    "白族", "土家族", "哈尼族", "哈萨克", "哈萨克族", "傣族", "黎族", "傈僳族", "佤族", "畲族", "拉祜族", "水族", "东乡族",
    "纳西族", "景颇族", "柯尔克孜", "土族", "达斡尔族", "仫佬族", "羌族", "布朗族", "撒拉族", "毛南族", "仡佬族", "锡伯",
    "塔吉克", "怒族", "鄂温克族", "保安族", "裕固族", "独龙族", "鄂伦春", "蒙古", "各族",
  ]
}
