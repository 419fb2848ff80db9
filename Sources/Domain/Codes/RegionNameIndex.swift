/// The codes that bear each name of a place, full or short.
///
/// Made when a name is first looked for: most exports give codes, and the export of a night is small beside all names.
/// One serves all readers of a code book.
final class RegionNameIndex: Sendable {
  /// How a name stands for its place.
  enum Form: Sendable {
    /// As the list has it, or an alias: 港口区.
    case full
    /// Without what says its kind: 港口.
    case short
    /// One character without its kind, which is a name only beside that of a place above it: 河北保定蠡.
    case single
    /// Of what lies in a county and is no place of the list: 企沙镇.
    case town
    /// The same without its kind: 企沙.
    case shortTown
  }

  struct Name: Sendable {
    /// Of the place, or of the county that it lies in.
    let code: String
    let form: Form
  }

  struct Names: Sendable {
    let byText: [String: [Name]]
    /// Characters of the longest.
    let longest: Int
  }

  let list: CodeList
  private let made: OnDemand<Names>

  /// - Parameters:
  ///   - list: GB/T 2260, and what stands for no place of it: 全国, 远程, other countries.
  ///   - towns: townships, villages, islands: codes of their own, below a county of `list`.
  init(_ list: CodeList, towns: [CodeList] = []) {
    self.list = list
    made = OnDemand { RegionNameIndex.make(list, towns) }
  }

  func names() -> Names { made.value }

  private static func make(_ list: CodeList, _ towns: [CodeList]) -> Names {
    var names: [String: [Name]] = [:]
    func add(_ text: String, _ code: String, _ form: Form) {
      let folded = TextFold.fold(text)
      guard !(names[folded]?.contains { $0.code == code } ?? false) else { return }
      names[folded, default: []].append(Name(code: code, form: form))
    }
    for entry in list.entries {
      for text in [entry.name] + entry.aliases where !(text.utf8.first.map { (0x30...0x39).contains($0) } ?? true) {
        add(text, entry.code, .full)
      }
      for short in shortNames(entry.name, kinds) { add(short, entry.code, short.count > 1 ? .short : .single) }
    }
    for entry in towns.flatMap(\.entries) {
      guard let county = entry.parent else { continue }
      for text in [entry.name] + entry.aliases {
        add(text, county, .town)
        for short in shortNames(text, townKinds) where short.count > 1 && !words.contains(short) {
          add(short, county, .shortTown)
        }
      }
    }
    return Names(byText: names, longest: names.keys.map(\.count).max() ?? 0)
  }

  private static let kinds = [
    "特别行政区", "自治区", "自治州", "自治县", "自治旗", "地区", "林区", "特区", "新区", "省", "市", "县", "区", "盟", "旗",
  ]
  private static let townKinds = ["街道办事处", "街道", "民族乡", "镇", "乡"]

  /// Names of towns that are words without their kind.
  private static let words: Set<String> = ["马路", "公正", "新圩", "城关", "城厢", "城东", "城西", "城南", "城北", "城中", "中心", "开发区"]

  /// A name without what says its kind, and without the nationality before that: 恭城瑶族, 恭城.
  private static func shortNames(_ name: String, _ kinds: [String]) -> [String] {
    kinds.filter { ends(name, with: $0) && name.count > $0.count }.flatMap { kind in
      var short = String(name.dropLast(kind.count))
      var found = [short]
      while let nation = nations.first(where: { ends(short, with: $0) && short.count > $0.count + 1 }) {
        short.removeLast(nation.count)
        found.append(short)
      }
      // 广西自治区, 广西区: an autonomous region without its nationality.
      return kind == "自治区" ? found + found.flatMap { [$0 + "自治区", $0 + "区"] } : found
    }
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
