/// Names of made-up employers: place, brand, trade and legal form.
enum EmployerName {
  private static let places = ["防城港", "防城港市", "广西上思", "东兴市"]
  /// Words for the trade, by 大类.
  private static let trades: [String: String] = [
    "01": "农业", "04": "海洋养殖", "13": "粮油食品", "14": "食品", "26": "化工", "30": "建材",
    "31": "钢铁", "32": "有色金属", "38": "电气", "44": "电力", "46": "水务", "47": "建筑工程", "48": "港航工程", "51": "贸易",
    "52": "商贸", "54": "运输", "55": "港务", "58": "国际货运代理", "59": "仓储", "60": "速递", "61": "酒店", "62": "餐饮", "64": "网络科技",
    "65": "软件", "68": "保险代理", "70": "置业", "72": "旅行社", "74": "检测技术", "78": "市政环境", "80": "家政服务",
    "81": "汽车服务", "83": "教育", "84": "医疗", "85": "养老服务",
  ]

  /// - Parameters:
  ///   - brand: two made-up characters.
  ///   - county: index in `Place.counties`.
  static func make(_ brand: String, _ industry: Industry, _ county: Int, _ ownership: String) -> String {
    let place = places[county]
    let trade = trades[industry.code] ?? ""
    switch ownership {
    case "42": return "\(place)\(brand)街道办事处"
    case "41": return "\(place)\(brand)\(publicBody(industry))"
    case "31": return "\(place)\(brand)\(trade)经营部"
    case "16": return "\(place)\(brand)\(trade)股份有限公司"
    case "12", "13": return "\(place)\(brand)\(trade)合作社"
    default: return "\(place)\(brand)\(trade)有限公司"
    }
  }

  private static func publicBody(_ industry: Industry) -> String {
    switch industry.section {
    case "P": "实验学校"
    case "Q": "医院"
    default: "服务中心"
    }
  }
}
