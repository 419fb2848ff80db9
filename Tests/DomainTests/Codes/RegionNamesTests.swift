import Domain
import Testing

@Suite struct RegionNamesTests {
  private let list: CodeList
  private let names: RegionNames
  private let homeless: RegionNames

  init() throws {
    list = try Shipped.regions.get()
    names = try Shipped.book.regionNames(home: "450600")
    homeless = try Shipped.book.regionNames(home: nil)
  }

  @Test(arguments: [
    ("防城港-港口区", "450602"), ("广西防城港市东兴", "450681"), ("深圳深圳宝安区宝安", "440306"),
    ("湖北省武汉东湖新技术产业开发区", "420100"), ("上海上海徐汇区", "310104"), ("上海-徐汇区", "310104"),
    ("广西壮族自治区防城港市上思县思阳镇", "450621"), ("广西壮族自治区 防城港市", "450600"), ("广西", "450000"), ("防城港市", "450600"),
    ("内蒙古/呼和浩特", "150100"), ("新疆乌鲁木齐", "650100"), ("吉林", "220000"), ("吉林吉林市", "220200"),
    ("延边朝鲜族自治州", "222400"), ("延边", "222400"), ("长春朝阳区", "220104"), ("北京朝阳区", "110105"),
    ("西安·雁塔", "610113"), ("河北石家庄", "130100"), ("河南-郑州", "410100"), ("海南海口", "460100"), ("海南", "460000"),
    ("上海·浦东", "310115"), ("沈阳·沈北", "210113"), ("青岛市北区", "370203"), ("青岛|市北区", "370203"), ("石家庄桥西", "130104"),
    ("中国广西防城港", "450600"), ("广西区防城港市", "450600"), ("广西自治区", "450000"), ("新疆自治区", "650000"), ("⻄安市", "610100"),
    ("湖南⻓沙", "430100"), ("廣西壯族自治區防城港市", "450600"), ("東興市", "450681"), ("乾县", "610424"), ("朝阳区, 北京", "110105"),
    ("工作地点：防城港市", "450600"), ("防城港市（港口区）", "450602"), ("防 城 港 市", "450600"), ("天津市和平区", "120101"),
    ("长春市朝阳镇", "220100"), ("上海市宝山路", "310000"), ("南宁市北京路", "450100"), ("四川省成都红星路", "510100"),
    ("香港", "810000"), ("全国", "900000"), ("全国范围内", "900000"), ("远程办公", "900001"), ("不限", "900002"), ("海外", "990000"),
    ("国外", "990000"), ("越南", "990704"), ("越南芒街", "990704"), ("印尼", "990360"),
  ])
  func reads(text: String, code: String) {
    for names in [names, homeless] {
      #expect(names.read(text).code == code)
      #expect(names.read(text).certainty == .sure)
    }
  }

  @Test(arguments: [
    ("江山镇", "450603"), ("江山半岛", "450603"), ("文昌街道", "450603"), ("白沙汀街道", "450602"), ("白沙万街道", "450602"),
    ("渔洲坪", "450602"), ("渔州坪街道", "450602"), ("竹山村", "450681"), ("北仑河口", "450681"), ("东兴镇", "450681"),
    ("江平镇", "450681"), ("企沙", "450602"), ("东兴", "450681"), ("防城", "450603"), ("港口", "450602"), ("马路镇", "450681"),
    ("企沙镇北港村", "450602"), ("防城港核电", "450602"), ("东兴市 北京路 12号", "450681"), ("港口区 桂林街3号", "450602"),
  ])
  func homeGoesFirst(text: String, code: String) {
    #expect(names.read(text) == RegionReading(code: code, certainty: .sure))
  }

  @Test(arguments: [
    ("中山", "442000"), ("大同", "140200"), ("朝阳", "211300"), ("资阳", "512000"), ("昆山", "320583"), ("合浦", "450521"),
    ("武汉东湖高新区", "420100"), ("南宁五象新区", "450100"), ("450699", "450600"), ("459999", "450000"), ("犀牛脚镇", "450702"),
  ])
  func tellsWhatItAssumes(text: String, code: String) {
    #expect(names.read(text) == RegionReading(code: code, certainty: .assumed))
  }

  @Test(arguments: [
    ("港口区、防城区", "450600"), ("港口区和防城区", "450600"), ("港口区/东兴市", "450600"), ("南宁市、防城港市", "450000"),
    ("南宁 钦州", "450000"), ("南宁市青秀区、西乡塘区", "450100"), ("广东、广西", "900000"), ("防城港、钦州、北海等地", "450000"),
  ])
  func severalPlacesCountForWhatHoldsThem(text: String, code: String) {
    #expect(names.read(text) == RegionReading(code: code, certainty: .several))
    #expect(homeless.read(text).code == code)
  }

  /// GB/T 2659 without China's four; none is found within the name of a place of China.
  @Test func everyCountry() throws {
    let countries = list.entries.filter { $0.code.hasPrefix("99") && $0.code != "990000" }
    #expect(countries.count == 245 && Set(countries.map(\.name)).count == 245)
    let misread = countries.filter { names.read($0.name) != RegionReading(code: $0.code, certainty: .sure) }
    #expect(misread.map(\.name) == [])
    for (text, code) in [
      ("刚果", nil), ("刚果金", "990180"), ("刚果布", "990178"), ("黑山", nil), ("马其顿", "990807"), ("上海地铁站", "310000"),
      ("黑山县", "210726"),
      ("辽宁黑山", "210726"), ("多米尼加", "990214"), ("多米尼克", "990212"),
    ] as [(String, String?)] {
      #expect(names.read(text).code == code, "\(text)")
    }
  }

  @Test func firstOfSeveralWhereAsked() {
    #expect(names.read("防城区、港口区", first: true) == RegionReading(code: "450603", certainty: .sure))
    #expect(names.read("南宁市、防城港市", first: true).code == "450100")
  }

  @Test(arguments: [
    ("450681", "450681"), ("450127", "450181"), ("横县", "450181"), ("450681001", "450681"), (" ４５０６０２ ", "450602"),
    ("450602港口区", "450602"), ("450602 港口区", "450602"), ("450600港口区", "450602"), ("450602001001", "450602"),
  ])
  func readsCodes(text: String, code: String) {
    #expect(homeless.read(text) == RegionReading(code: code, certainty: .sure))
  }

  @Test(arguments: [
    "", "火星市", "999999", "-", "某地450602", "县", "450602防城区", "12345678", "110000199001011234", "朝阳区", "鼓楼区", "城中区",
    "北京路12号", "钦州路8号", "湖南路", "解放路", "东风路", "友谊关大道", "城北", "东区", "市区", "新区", "东兴大道", "东兴中学",
    "北京大学", "重庆火锅城", "南京东路100号", "中山北二路", "北京镇", "合作市场", "港口装卸", "天河", "友谊", "兴安", "马路", "太平镇",
  ])
  func doesNotGuess(text: String) {
    #expect(names.read(text) == RegionReading(code: nil, certainty: .unknown))
  }

  /// A text of names without end ends all the same, wherever it stands.
  @Test(arguments: ["深圳", "吉林吉林市", "朝阳区", "广西防城港", "450602", "港口区、"]) func longTextsEnd(part: String) {
    let text = String(repeating: part, count: 20_000)
    let started = ContinuousClock.now
    _ = names.read(text)
    #expect(ContinuousClock.now - started < .seconds(5))
  }

  @Test func homeDecidesBetweenPlacesOfOneName() throws {
    #expect(homeless.read("东兴").code == nil)
    let sichuan = try Shipped.book.regionNames(home: "511000")
    #expect(sichuan.read("东兴").code == "511011")
  }

  /// Each province, prefecture and county in six spellings: at least 99.5 % right, and none wrong without being told. A
  /// name that several places bear is right as unknown.
  @Test func everySpellingOfEveryPlace() throws {
    let entries = list.entries.filter { $0.code.first != "9" }
    var bearers: [String: Set<String>] = [:]
    let cases = entries.flatMap { entry in
      let path = list.lineage(of: entry.code).reversed().map(\.name)
      return [
        path.joined(), path.map(RegionNamesTests.short).joined(), path.joined(separator: "·"),
        path.joined(separator: "-"),
        path.suffix(2).joined(), path[path.count - 1],
      ].map { (text: $0, code: entry.code) }
    }
    for one in cases { bearers[one.text, default: []].insert(one.code) }
    #expect(cases.count == 6 * 3211)
    for names in [names, homeless] {
      let wrong = cases.filter { one in
        let code = names.read(one.text).code
        return code != one.code && !(code == nil && (bearers[one.text]?.count ?? 0) > 1)
      }
      #expect(Double(wrong.count) <= 0.005 * Double(cases.count))
      #expect(wrong.filter { names.read($0.text).certainty == .sure }.map(\.text) == [])
    }
  }

  /// Without 省, 市, 县 …, as far as two characters are left.
  private static func short(_ name: String) -> String {
    let kinds = ["特别行政区", "壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "自治州", "自治县", "地区", "新区", "省", "市", "县", "区", "盟", "旗"]
    let kind = kinds.first { name.hasSuffix($0) && name.count >= $0.count + 2 }
    return kind.map { String(name.dropLast($0.count)) } ?? name
  }

  /// Streets of the own city are called by the names of all China.
  @Test func noAddressOfTheOwnCityIsAbroad() throws {
    let towns = try Shipped.list("townships").entries.filter { $0.code.hasPrefix("4506") }
    #expect(towns.count == 31)
    for town in towns { #expect(names.read(town.name).code == town.parent, "\(town.name)") }
    let streets = [
      "北部湾大道188号", "北京路12号", "桂林街3号", "中华路", "东兴大道", "友谊大道", "解放路22号", "兴港大道", "海南村二组", "长沙小区5栋",
    ]
    let counties = ["港口区", "防城区", "上思县", "东兴市", "防城港市港口区", "防城港", "东兴", ""]
    let places = counties + towns.map(\.name)
    var read = 0
    for place in places {
      for street in streets {
        for separator in ["", " ", "·"] {
          let code = names.read(place + separator + street).code
          #expect(code == nil || code!.hasPrefix("4506"), "\(place)\(separator)\(street)")
          if place.hasSuffix("区") || place.hasSuffix("镇") { #expect(code != nil, "\(place)\(separator)\(street)") }
          read += 1
        }
      }
    }
    #expect(read > 1000)
  }
}
