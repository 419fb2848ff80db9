/// The codes that bear each name of a place, full or short.
///
/// Made when a name is first looked for: most exports give codes, and the export of a night is small beside all names.
/// One serves all readers of a code book.
final class RegionNameIndex: Sendable {
  typealias Names = (codes: [String: [String]], longest: Int)

  let list: CodeList
  private let made: OnDemand<Names>

  init(_ list: CodeList) {
    self.list = list
    made = OnDemand { RegionNameIndex.make(list) }
  }

  /// The codes of each name, and the characters of the longest.
  func names() -> Names { made.value }

  private static func make(_ list: CodeList) -> Names {
    var names: [String: [String]] = [:]
    for entry in list.entries {
      for name in RegionNameIndex.forms(of: entry) where !(names[name]?.contains(entry.code) ?? false) {
        names[name, default: []].append(entry.code)
      }
    }
    return (names, names.keys.map(\.count).max() ?? 0)
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
