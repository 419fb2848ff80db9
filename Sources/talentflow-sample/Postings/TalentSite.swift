/// 广西人才网防城港站: GB18030, other headers, places as codes, two ways to write a day.
enum TalentSite {
  static let layout = ExportLayout(
    system: "gx-rencai", encoding: .gb18030, newline: "\r\n", delimiter: ",",
    headers: [
      "信息编号", "公司名称", "社会信用代码", "企业性质", "行业", "职位名称", "职业", "人数", "学历", "职称要求", "职业资格", "年龄要求", "性别要求", "工作经验",
      "薪资", "用工形式", "地区", "职位描述", "发布时间", "截止日期", "关闭日期", "关闭原因", "已招人数", "浏览次数", "更新时间",
    ],
    required: [0, 1, 5, 7, 18], mainDate: 18, updated: 24, openings: 7, text: 5)

  static func cells(_ posting: Posting) -> [String] {
    let isLong = posting.number.hasSuffix("3") || posting.number.hasSuffix("7")
    let occupation = posting.profile.occupationName ?? posting.profile.occupation
    return [
      posting.number, posting.employerName, posting.creditCode, posting.ownership, posting.industry?.name ?? "",
      posting.title, posting.hasOccupation ? occupation : "", posting.openings, posting.education, posting.titleLevel,
      posting.skillLevel, posting.age, posting.sex, posting.experience, posting.pay.text, posting.employment,
      posting.placeCode, posting.description, layout.date(posting.posted.day, isLong: isLong),
      layout.date(posting.validUntil), layout.date(posting.closed, isLong: isLong), posting.closeReason,
      posting.filled, "\(posting.posted.seconds % 977)", layout.stamp(posting.updated),
    ]
  }
}
