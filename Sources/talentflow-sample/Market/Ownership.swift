/// 单位性质: the classes of the bulletin's table 4.
enum Ownership {
  /// Names by class, as an export writes them; the last ones are local words.
  static let names: [(code: String, exact: String, local: String)] = [
    ("11", "国有企业", "国企"), ("12", "集体企业", "集体企业"), ("13", "股份合作企业", "股份合作企业"), ("14", "联营企业", "联营企业"),
    ("15", "有限责任公司", "有限公司"), ("16", "股份有限公司", "股份公司"), ("17", "私营企业", "民营"), ("18", "其他企业", "其他企业"),
    ("21", "港澳台投资企业", "港澳台资"), ("22", "外商投资企业", "外资"), ("31", "个体经营", "个体户"), ("41", "事业单位", "事业"),
    ("42", "机关", "机关"), ("90", "其他", "其他"),
  ]

  static func exact(_ code: String) -> String { names.first { $0.code == code }?.exact ?? "其他" }

  static func local(_ code: String) -> String { names.first { $0.code == code }?.local ?? "其他" }

  /// Classes of the employers of a 门类.
  static func mix(section: String) -> Mix<String> {
    switch section {
    case "D": Mix([("11", 60.0), ("15", 20), ("16", 15), ("41", 5)])
    case "P", "Q": Mix([("41", 52.0), ("17", 30), ("15", 8), ("18", 4), ("90", 6)])
    case "S": Mix([("42", 70.0), ("41", 30)])
    case "B", "C": Mix([("17", 30.0), ("15", 34), ("16", 14), ("11", 8), ("21", 5), ("22", 5), ("12", 2), ("14", 2)])
    case "A": Mix([("17", 38.0), ("31", 24), ("12", 12), ("13", 10), ("15", 12), ("11", 4)])
    default:
      Mix([("17", 50.0), ("15", 24), ("31", 12), ("11", 6), ("16", 4), ("22", 1), ("21", 1), ("13", 1), ("18", 1)])
    }
  }
}
