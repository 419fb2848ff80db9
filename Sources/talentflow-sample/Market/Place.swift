/// A county-level place of the city, or a place outside it.
struct Place {
  /// GB/T 2260 code.
  let code: Int
  /// How postings write it.
  let names: [String]

  /// 港口区, 防城区, 上思县, 东兴市.
  static let counties = [
    Place(code: 450_602, names: ["防城港-港口区", "广西防城港市港口区", "港口区", "防城港市港口区"]),
    Place(code: 450_603, names: ["防城港-防城区", "广西防城港市防城区", "防城区"]),
    Place(code: 450_621, names: ["上思县", "上思", "防城港-上思县", "广西防城港市上思县"]),
    Place(code: 450_681, names: ["东兴市", "广西防城港市东兴", "东兴", "防城港-东兴市"]),
  ]
  /// Rows that name the city alone.
  static let city = Place(code: 450_600, names: ["防城港市", "广西防城港市"])
  /// Places of work outside the city.
  static let elsewhere = [
    Place(code: 450_103, names: ["广西南宁市青秀区", "南宁市青秀区"]), Place(code: 450_702, names: ["广西钦州市钦南区"]),
  ]
  /// Homes of people from other places.
  static let origins = [
    Place(code: 450_721, names: ["广西钦州市灵山县"]), Place(code: 450_722, names: ["广西钦州市浦北县"]),
    Place(code: 450_100, names: ["广西南宁市"]), Place(code: 451_000, names: ["广西百色市"]),
    Place(code: 430_000, names: ["湖南省"]), Place(code: 520_000, names: ["贵州省"]),
    Place(code: 440_800, names: ["广东省湛江市"]), Place(code: 510_000, names: ["四川省"]),
  ]
}
