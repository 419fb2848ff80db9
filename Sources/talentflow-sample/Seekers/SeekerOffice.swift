/// The two systems that register job seekers.
enum SeekerOffice {
  case centre, county

  /// New registrations in an ordinary quarter of the whole city.
  var volume: Double {
    switch self {
    case .centre: 4000
    case .county: 2000
    }
  }

  var prefix: String {
    switch self {
    case .centre: "QZ"
    case .county: "XQ"
    }
  }

  var layout: ExportLayout {
    switch self {
    case .centre:
      ExportLayout(
        system: "seekers-centre", encoding: .utf8WithMark, newline: "\r\n", delimiter: ",",
        headers: [
          "求职编号", "证件号码", "性别", "出生年月", "学历", "专业", "职称", "技能等级", "求职人员类别", "户籍", "常住区划", "意向职业", "期望薪酬", "工作年限",
          "同意推荐", "登记日期", "有效期至", "注销日期", "登记机构", "更新时间",
        ],
        required: [0, 15, 18], mainDate: 15, updated: 19, openings: nil, text: 5)
    case .county:
      ExportLayout(
        system: "seekers-county", encoding: .gb18030, newline: "\r\n", delimiter: ",",
        headers: [
          "登记号", "男女", "出生日期", "文化程度", "所学专业", "专业技术职务", "职业资格", "人员类别", "户籍地", "常住地", "求职意向", "期望月薪", "从业年限", "同意推荐",
          "登记时间", "办结日期", "登记机构", "最后修改",
        ],
        required: [0, 14, 16], mainDate: 14, updated: 17, openings: nil, text: 4)
    }
  }

  /// Where a person of a county registers.
  func office(county: Int, _ random: inout SampleRandom) -> String {
    switch self {
    case .centre: random.chance(0.7) ? "市人力资源市场" : "市公共就业服务中心"
    case .county: ["港口区就业服务中心", "防城区就业服务中心", "上思县就业服务中心", "东兴市就业服务中心"][county]
    }
  }

  func cells(_ seeker: Seeker) -> [String] {
    let closed = layout.date(seeker.closed)
    let updated = layout.stamp(seeker.updated)
    let registered = layout.date(seeker.registered.day)
    switch self {
    case .centre:
      return [
        seeker.number, seeker.person, seeker.sex, seeker.birth, seeker.education, seeker.major, seeker.titleLevel,
        seeker.skillLevel, seeker.category, seeker.homeName, seeker.regionCode, seeker.occupation, seeker.wantedPay,
        seeker.experience, seeker.consent, registered, layout.date(seeker.validUntil), closed, seeker.office, updated,
      ]
    case .county:
      return [
        seeker.number, seeker.sex, seeker.birth, seeker.education, seeker.major, seeker.titleLevel, seeker.skillLevel,
        seeker.category, seeker.homeName, seeker.regionName, seeker.occupation, seeker.wantedPay, seeker.experience,
        seeker.consent,
        registered, closed,
        seeker.office, updated,
      ]
    }
  }

  func row(_ seeker: Seeker) -> SampleRow {
    SampleRow(cells: cells(seeker), key: seeker.fact.key, updated: seeker.updated, fact: seeker.fact, flaw: nil)
  }
}
