extension Contract {
  /// 求职登记.
  public static let seekers = Contract(
    name: "seekers", label: "求职登记", number: 2, key: ["seeker_id"], mainDate: "registered_on", lifeDays: 180,
    fields: [
      Field("seeker_id", .key, ["求职编号"], required: true),
      Field("person", .person, ["证件号码"], note: "校验后化名, 原号不留存"),
      Field("sex", .code(list: "sex", allowsNone: false), ["性别"]),
      Field("birth", .birth, ["出生年月", "出生日期"]),
      Field("education", .code(list: "education", allowsNone: false), ["学历", "文化程度"]),
      Field("major", .text(max: 200), ["专业", "所学专业"]),
      Field("title_level", .code(list: "title-level", allowsNone: true), ["职称", "专业技术职务"]),
      Field("skill_level", .code(list: "skill-level", allowsNone: true), ["技能等级", "职业资格"]),
      Field("category", .code(list: "seeker-category", allowsNone: false), ["求职人员类别", "人员类别"]),
      Field("home_region", .region, ["户籍", "户籍地"]),
      Field("region", .region, ["常住区划", "常住地"]),
      Field("intended_occupation", .code(list: "occupations", allowsNone: true), ["意向职业", "求职意向"]),
      Field("intended_industry", .code(list: "industry", allowsNone: true), ["意向行业"]),
      Field("wanted_pay", .pay, ["期望薪酬", "期望月薪"]),
      Field("registered_on", .date, ["登记日期", "登记时间"], required: true),
      Field("valid_until", .date, ["有效期至"]),
      Field("closed_on", .date, ["注销日期", "关闭日期"]),
      Field("office", .unit, ["登记机构"], required: true),
      Field("updated_at", .timestamp, ["更新时间"]),
    ],
    checks: [.notInFuture, .notBefore(["valid_until", "closed_on"])])
}
