/// A text of a place, made comparable and cut where one name ends and another may begin.
enum PlaceText {
  /// Between names: of levels (`河南-郑州`) or of several places (`港口区、防城区`), which only the names themselves tell.
  private static let separators: Set<Character> = [
    "-", "/", "\\", "·", "•", "・", ".", "、", ",", ";", ":", ">", "|", "&", "+", "_", "(", ")", "[", "]", "【", "】", "<",
    "《",
    "》", "。", "→", "~",
  ]
  private static let labels = ["工作地点", "工作地区", "工作区域", "工作地址", "上班地点", "上班地址", "地址", "地点", "区域", "地区"]
  private static let endings = ["等地区", "等城市", "等地", "周边", "境内"]

  /// Characters of a text, and of a piece, that are looked at: what names a place names it at its beginning.
  static let textLimit = 200
  private static let pieceLimit = 40

  /// The pieces of a text that may hold names, folded.
  static func pieces(_ text: String) -> [[Character]] {
    // Blanks go when texts are folded, and part names here: 河南 郑州. Where each character stands alone they part nothing.
    let words = text.split { $0.isWhitespace }
    let isSpaced = words.count > 2 && words.allSatisfy { $0.count == 1 }
    return (isSpaced ? [text] : words.map(String.init)).flatMap { word in
      radicals(TextFold.fold(word)).split { separators.contains($0) }.map(trimmed)
    }.filter { !$0.isEmpty && !labels.contains(String($0)) }
  }

  private static func trimmed(_ piece: Substring) -> [Character] {
    var text = piece
    for prefix in ["中华人民共和国", "中国"] where text.hasPrefix(prefix) && text.count > prefix.count {
      text = text.dropFirst(prefix.count)
      break
    }
    for label in labels where text.hasPrefix(label) && text.count > label.count {
      text = text.dropFirst(label.count)
      break
    }
    if let ending = endings.first(where: { text.hasSuffix($0) && text.count > $0.count + 1 }) {
      text = text.dropLast(ending.count)
    }
    return Array(text.prefix(pieceLimit))
  }

  /// What is copied out of a PDF has radicals in the place of characters: ⻄安.
  private static func radicals(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { (0x2E80...0x2FDF).contains($0.value) }) else { return text }
    return String(
      String.UnicodeScalarView(
        text.precomposedStringWithCompatibilityMapping.unicodeScalars.map { supplement[$0] ?? $0 }))
  }

  /// Those that Unicode does not take for their characters.
  private static let supplement: [Unicode.Scalar: Unicode.Scalar] = [
    "⺠": "民", "⺟": "母", "⻁": "虎", "⻄": "西", "⻅": "见", "⻆": "角", "⻉": "贝", "⻋": "车", "⻓": "长", "⻔": "门", "⻘": "青",
    "⻙": "韦", "⻚": "页", "⻛": "风", "⻜": "飞", "⻝": "食", "⻢": "马", "⻣": "骨", "⻤": "鬼", "⻥": "鱼", "⻦": "鸟", "⻧": "卤",
    "⻨": "麦", "⻩": "黄", "⻬": "齐", "⻮": "齿", "⻰": "龙", "⻳": "龟", "⻡": "食", "⻟": "食", "⺮": "竹", "⺝": "月",
  ]
}

/// Whether a name of a place stands in that of a street, a village, a school: `北京路12号` is not in Beijing.
enum PlaceSurroundings {
  private static let ways = [
    "大道", "大街", "街道", "马路", "公路", "路", "街", "道", "巷", "弄", "胡同", "里弄", "大桥", "桥", "镇", "乡", "村", "屯", "庄", "寨",
    "社区", "小区", "花园", "花苑", "新村", "家园", "广场", "大厦", "大楼", "商厦", "酒店", "宾馆", "公馆", "国际", "城市花园", "商城", "商场",
    "市场", "关", "门", "场",
  ]
  private static let bodies = [
    "学校", "中学", "小学", "大学", "学院", "幼儿园", "医院", "公司", "集团", "商会", "会馆", "饭店", "餐厅", "餐馆", "火锅", "小吃", "酒店",
    "酒楼", "宾馆", "银行", "超市", "工厂", "商行", "门店", "专卖", "花园", "小区", "大厦", "大楼", "广场", "公寓", "公馆", "国际", "家园", "市场",
    "火锅城", "美食", "人家",
  ]
  private static let between: Set<Character> = Set("东西南北中上下左右前后新老内外一二三四五六七八九十0123456789环支横直大小")

  /// Whether what follows a short name makes a street or a village of it: 路, 东路, 中山北二路.
  static func isWay(_ rest: ArraySlice<Character>) -> Bool {
    let start = rest.firstIndex { !between.contains($0) } ?? rest.endIndex
    return ([rest, rest[start...]] + (start > rest.startIndex ? [rest[(start - 1)...]] : [])).contains { rest in
      ways.contains { begins(rest, $0) }
    }
  }

  /// Whether what follows a short name makes it that of a school, a company, an estate.
  static func isBody(_ rest: ArraySlice<Character>) -> Bool {
    let text = String(rest)
    return bodies.contains { text.contains($0) }
  }

  private static func begins(_ rest: ArraySlice<Character>, _ word: String) -> Bool {
    rest.count >= word.count && zip(rest, word).allSatisfy(==)
  }
}
