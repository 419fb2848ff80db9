/// 防城港公共招聘网: UTF-8 with a byte order mark, CRLF; the platform is a constant of its source file.
enum PublicSite {
  static let layout = ExportLayout(
    system: "fcg-public", encoding: .utf8WithMark, newline: "\r\n", delimiter: ",",
    headers: [
      "岗位编号", "单位名称", "统一社会信用代码", "单位性质", "行业代码", "岗位名称", "职业代码", "招聘人数", "学历要求", "职称要求", "技能等级", "年龄要求",
      "性别要求", "经验要求", "薪资待遇", "用工形式", "工作地点", "工作内容", "发布日期", "有效期至", "期望到岗日期", "关闭日期", "关闭原因", "已招人数", "应聘人数",
      "合适人数", "更新时间",
    ],
    required: [0, 1, 5, 7, 18], mainDate: 18, updated: 26, openings: 7, text: 5)

  static func cells(_ posting: Posting) -> [String] {
    [
      posting.number, posting.employerName, posting.creditCode, posting.ownership, posting.industry?.code ?? "",
      posting.title, posting.hasOccupation ? posting.profile.occupation : "", posting.openings, posting.education,
      posting.titleLevel, posting.skillLevel, posting.age, posting.sex, posting.experience, posting.pay.text,
      posting.employment, posting.placeName, posting.description, layout.date(posting.posted.day),
      layout.date(posting.validUntil), layout.date(posting.wantedBy), layout.date(posting.closed),
      posting.closeReason, posting.filled, posting.applicants, posting.suitable, layout.stamp(posting.updated),
    ]
  }
}
