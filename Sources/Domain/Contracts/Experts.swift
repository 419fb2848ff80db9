extension Contract {
  /// 专家库: one row an expert and occupation group that he or she can judge.
  public static let experts = Contract(
    name: "experts", label: "专家库", number: 5, key: ["expert_id", "occupation"], mainDate: "valid_until",
    fields: [
      Field("expert_id", .key, ["专家编号"], required: true),
      Field("name", .text(max: 64), ["姓名"], required: true, note: "只用于目录草案, 不对外公布"),
      Field("organisation", .text(max: 200), ["单位", "工作单位"]),
      Field("area", .text(max: 200), ["领域", "专业领域"]),
      Field("title_level", .code(list: "title-level", allowsNone: true), ["职称"]),
      Field(
        "occupation", .code(list: "occupations", allowsNone: false), ["职业", "职业代码"], required: true,
        note: "大类至细类均可; 熟悉几类职业就写几行"),
      Field("valid_until", .date, ["有效期", "有效期至"], required: true, note: "过期的不分派, 意见不采用"),
      Field("updated_at", .timestamp, ["更新时间"]),
    ],
    checks: [])
}
