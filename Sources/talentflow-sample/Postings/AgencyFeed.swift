/// 人力资源服务机构岗位: tab-separated UTF-8, several agencies in one feed, descriptions of several lines.
enum AgencyFeed {
  static let layout = ExportLayout(
    system: "agency-feed", encoding: .utf8, newline: "\n", delimiter: "\t",
    headers: [
      "招聘编号", "来源", "用人单位", "统一社会信用代码", "单位类型", "所属行业", "招聘岗位", "工种代码", "需求人数", "学历要求", "技能等级", "职称要求", "年龄要求",
      "性别要求", "最低薪酬", "最高薪酬", "工作地区", "岗位职责", "发布时间", "有效期至", "关闭日期", "关闭原因", "发布机构许可证号", "转载来源", "更新时间",
    ],
    required: [0, 1, 2, 6, 8, 18], mainDate: 18, updated: 24, openings: 8, text: 6)

  /// The feed began in the third quarter of 2024.
  static let start = SampleDay(2024, 7, 1)

  static func cells(_ posting: Posting) -> [String] {
    [
      posting.number, posting.platform, posting.employerName, posting.creditCode, posting.ownership,
      posting.industry?.section ?? "", posting.title, posting.hasOccupation ? posting.profile.occupation : "",
      posting.openings, posting.education, posting.skillLevel, posting.titleLevel, posting.age, posting.sex,
      posting.pay.low.map(String.init) ?? "", posting.pay.high.map(String.init) ?? "", posting.placeName,
      posting.description, layout.date(posting.posted.day), layout.date(posting.validUntil),
      layout.date(posting.closed), posting.closeReason, posting.licence, posting.repostedFrom,
      layout.stamp(posting.updated),
    ]
  }
}
