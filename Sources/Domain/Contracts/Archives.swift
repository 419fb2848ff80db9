extension Contract {
  /// 流动人员人事档案.
  public static let archives = Contract(
    name: "archives", label: "流动人员人事档案", number: 4, key: ["archive_id"], mainDate: "received_on",
    fields: [
      Field("archive_id", .key, ["档案编号", "存档编号"], required: true),
      Field("person", .person, ["证件号码"], note: "校验后化名, 原号不留存"),
      Field("name", .dropped, ["姓名"], note: "不留存"),
      Field("storage_kind", .code(list: "storage-kind", allowsNone: false), ["存档类型"]),
      Field(
        "category", .code(list: "archive-category", allowsNone: false), ["人员类别"], note: "人社部发〔2021〕112号, 7 类"),
      Field("entrusting_unit", .text(max: 200), ["委托单位"]),
      Field("education", .code(list: "education", allowsNone: false), ["学历", "文化程度"]),
      Field("degree", .text(max: 64), ["学位"]),
      Field("major", .text(max: 200), ["专业"]),
      Field("graduated", .integer(1950...2100), ["毕业年份"]),
      Field("title_level", .code(list: "title-level", allowsNone: true), ["职称"]),
      Field("skill_level", .code(list: "skill-level", allowsNone: true), ["技能等级"]),
      Field("occupation", .code(list: "occupations", allowsNone: false), ["职业", "职业代码"]),
      Field("received_on", .date, ["接收日期"], required: true),
      Field("applied_on", .date, ["申请日期", "申请转出日期"]),
      Field("sent_on", .date, ["转出日期"]),
      Field("from_office", .text(max: 200), ["来源机构"]),
      Field("to_office", .text(max: 200), ["去向机构"]),
      Field("from_region", .region, ["来源地区", "来源区划"]),
      Field("to_region", .region, ["去向地区", "去向区划"]),
      Field("transfer_mode", .code(list: "transfer-mode", allowsNone: false), ["转递方式"], note: "自带为违规"),
      Field("missing_items", .text(max: 200), ["材料缺件"]),
      Field("channel", .code(list: "archive-channel", allowsNone: false), ["办理渠道"]),
      Field("digitised", .flag, ["数字化状态"]),
      Field("updated_at", .timestamp, ["更新时间"]),
    ],
    checks: [
      .notInFuture, .notBefore(["applied_on", "sent_on"]), .inOrder(["applied_on", "sent_on"]), .notSelfCarried,
    ])
}
