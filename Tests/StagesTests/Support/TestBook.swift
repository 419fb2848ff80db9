import Domain

/// Small code lists with real codes.
enum TestBook {
  static let book = CodeBook([
    list(
      "regions",
      [
        "450000 广西壮族自治区", "450600 防城港市 450000", "450602 港口区 450600", "450681 东兴市 450600", "440000 广东省",
        "440300 深圳市 440000",
      ]),
    list("industry", ["A 农业门类", "C 制造业", "13 食品加工业 C", "131 谷物磨制 13", "F 批发零售业"]),
    list(
      "occupations",
      [
        "4 服务人员", "4-01 批发零售人员 4", "4-01-02 销售人员 4-01", "4-01-02-01 营销员 4-01-02", "4-01-03 采购人员 4-01",
        "4-02 运输人员 4", "4-02-05 装卸人员 4-02", "4-02-05-01 装卸工 4-02-05", "4-02-05-02 理货工 4-02-05",
        "4-02-05-03 货代员 4-02-05", "4-02-05-04 快递工 4-02-05", "4-02-05-05 仓管工 4-02-05",
      ]),
    list("education", ["20 本科", "30 大专", "70 初中"]), list("sex", ["0 未知", "1 男", "2 女"]),
    list("ownership", ["11 国有企业", "17 私营企业", "90 其他"]), list("title-level", ["1 初级", "2 中级"]),
    list("skill-level", ["5 五级", "4 四级"]), list("seeker-category", ["10 失业青年", "11 应届生 10"]),
    list("townships", ["450602001 渔洲坪街道"]), list("placement-outcome", ["1 录用", "3 放弃"]),
    list("employer-sector", ["4 民营"]),
    list("talent-category", ["2 企业经营管理"]), list("employment-type", ["1 全职"]), list("close-reason", ["1 招满", "2 撤回"]),
  ])

  private static func list(_ id: String, _ entries: [String]) -> CodeList {
    CodeList(
      id: id,
      entries: entries.map { text in
        let parts = text.split(separator: " ").map(String.init)
        return CodeList.Entry(code: parts[0], name: parts[1], parent: parts.count > 2 ? parts[2] : nil)
      })
  }
}
