import Domain
import Testing

@Suite struct RegionNamesTests {
  private let names: RegionNames
  private let homeless: RegionNames

  init() throws {
    names = RegionNames(regions: try Shipped.regions.get(), home: "450600")
    homeless = RegionNames(regions: try Shipped.regions.get(), home: nil)
  }

  @Test(arguments: [
    ("防城港-港口区", "450602"), ("广西防城港市东兴", "450681"), ("深圳深圳宝安区宝安", "440306"),
    ("湖北省武汉东湖新技术产业开发区", "420100"), ("上海上海徐汇区", "310104"), ("上海-徐汇区", "310104"),
    ("广西壮族自治区防城港市上思县思阳镇", "450621"), ("广西壮族自治区 防城港市", "450600"), ("广西", "450000"), ("防城港市", "450600"),
    ("内蒙古/呼和浩特", "150100"), ("新疆乌鲁木齐", "650100"), ("吉林", "220000"), ("吉林吉林市", "220200"),
    ("延边朝鲜族自治州", "222400"), ("延边", "222400"), ("长春朝阳区", "220104"), ("北京朝阳区", "110105"),
  ])
  func resolvesWithoutAHome(text: String, code: String) {
    #expect(homeless.resolve(text)?.code == code)
    #expect(names.resolve(text)?.code == code)
  }

  @Test(arguments: [
    ("450681", "450681"), ("450127", "450181"), ("横县", "450181"), ("450681001", "450681"), ("450699", "450600"),
    ("459999", "450000"), (" ４５０６０２ ", "450602"),
  ])
  func resolvesCodes(text: String, code: String) {
    #expect(homeless.resolve(text)?.code == code)
  }

  @Test func homeDecidesBetweenPlacesOfOneName() throws {
    #expect(names.resolve("东兴")?.code == "450681")
    #expect(homeless.resolve("东兴") == nil)
    let sichuan = RegionNames(regions: try Shipped.regions.get(), home: "511000")
    #expect(sichuan.resolve("东兴")?.code == "511011")
    #expect(names.resolve("朝阳区") == nil)
  }

  @Test(arguments: ["", "火星市", "不限", "999999", "-", "某地450602", "县"]) func refuses(text: String) {
    #expect(names.resolve(text) == nil)
  }

  /// 省 + 市 + 县 run together names each county of the country.
  @Test func everyFullNameIsFound() throws {
    let list = try Shipped.regions.get()
    let missed = list.entries.map { ($0.code, list.lineage(of: $0.code).reversed().map(\.name).joined()) }
      .filter { homeless.resolve($0.1)?.code != $0.0 }.map(\.1)
    #expect(missed == [])
  }
}
