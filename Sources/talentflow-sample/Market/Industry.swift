/// A 大类 of GB/T 4754-2017.
struct Industry {
  /// Two digits.
  let code: String
  let name: String
  /// Letter of its 门类.
  let section: String

  /// The ones that the city's employers belong to.
  static let all: [Industry] = [
    Industry(code: "01", name: "农业", section: "A"), Industry(code: "04", name: "渔业", section: "A"),
    Industry(code: "13", name: "农副食品加工业", section: "C"), Industry(code: "14", name: "食品制造业", section: "C"),
    Industry(code: "26", name: "化学原料和化学制品制造业", section: "C"), Industry(code: "30", name: "非金属矿物制品业", section: "C"),
    Industry(code: "31", name: "黑色金属冶炼和压延加工业", section: "C"),
    Industry(code: "32", name: "有色金属冶炼和压延加工业", section: "C"), Industry(code: "38", name: "电气机械和器材制造业", section: "C"),
    Industry(code: "44", name: "电力、热力生产和供应业", section: "D"), Industry(code: "46", name: "水的生产和供应业", section: "D"),
    Industry(code: "47", name: "房屋建筑业", section: "E"), Industry(code: "48", name: "土木工程建筑业", section: "E"),
    Industry(code: "51", name: "批发业", section: "F"), Industry(code: "52", name: "零售业", section: "F"),
    Industry(code: "54", name: "道路运输业", section: "G"), Industry(code: "55", name: "水上运输业", section: "G"),
    Industry(code: "58", name: "多式联运和运输代理业", section: "G"), Industry(code: "59", name: "装卸搬运和仓储业", section: "G"),
    Industry(code: "60", name: "邮政业", section: "G"), Industry(code: "61", name: "住宿业", section: "H"),
    Industry(code: "62", name: "餐饮业", section: "H"), Industry(code: "64", name: "互联网和相关服务", section: "I"),
    Industry(code: "65", name: "软件和信息技术服务业", section: "I"), Industry(code: "68", name: "保险业", section: "J"),
    Industry(code: "70", name: "房地产业", section: "K"),
    Industry(code: "72", name: "商务服务业", section: "L"), Industry(code: "74", name: "专业技术服务业", section: "M"),
    Industry(code: "78", name: "公共设施管理业", section: "N"), Industry(code: "80", name: "居民服务业", section: "O"),
    Industry(code: "81", name: "机动车、电子产品和日用产品修理业", section: "O"), Industry(code: "83", name: "教育", section: "P"),
    Industry(code: "84", name: "卫生", section: "Q"), Industry(code: "85", name: "社会工作", section: "Q"),
    Industry(code: "92", name: "国家机构", section: "S"),
  ]

  static func named(_ code: String) -> Industry {
    guard let industry = all.first(where: { $0.code == code }) else { preconditionFailure("no industry \(code)") }
    return industry
  }
}
