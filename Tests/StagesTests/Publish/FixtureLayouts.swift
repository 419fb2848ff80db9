import Domain

/// Titles and rows of the fixture's tables, in the form of the published bulletin.
enum FixtureLayouts {
  struct Layout: Sendable {
    let id: String
    let title: Label
    let sides: String
    let hasRatio: Bool
    let rows: [Row]
  }

  struct Row: Sendable {
    let key: String
    let label: Label
    let role: StatRow.Role
    /// The only side of the row; nil: all of the table.
    var side: String?

    init(_ key: String, _ zh: String, _ en: String, _ role: StatRow.Role = .item, side: String? = nil) {
      self.key = key
      label = Label(zh: zh, en: en)
      self.role = role
      self.side = side
    }
  }

  static let all: [Layout] = [
    Layout(
      id: "T2", title: Label(zh: "按产业分组的需求人数", en: "Openings by sector"), sides: "demand", hasRatio: false,
      rows: [
        Row("primary", "第一产业", "Primary"),
        Row("secondary", "第二产业", "Secondary"),
        Row("tertiary", "第三产业", "Tertiary"),
        Row("total", "合计", "Total", .total),
      ]),
    Layout(
      id: "T3", title: Label(zh: "按行业分组的需求人数", en: "Openings by industry"), sides: "demand", hasRatio: false,
      rows: [
        Row("A", "农、林、牧、渔业", "Agriculture, forestry and fishing"),
        Row("B", "采矿业", "Mining"),
        Row("C", "制造业", "Manufacturing"),
        Row("D", "电力、热力、燃气及水生产和供应业", "Electricity, heat, gas and water"),
        Row("E", "建筑业", "Construction"),
        Row("F", "批发和零售业", "Wholesale and retail"),
        Row("G", "交通运输、仓储和邮政业", "Transport, storage and post"),
        Row("H", "住宿和餐饮业", "Accommodation and catering"),
        Row("I", "信息传输、软件和信息技术服务业", "Information, software and IT services"),
        Row("J", "金融业", "Finance"),
        Row("K", "房地产业", "Real estate"),
        Row("L", "租赁和商务服务业", "Leasing and business services"),
        Row("M", "科学研究和技术服务业", "Scientific research and technical services"),
        Row("N", "水利、环境和公共设施管理业", "Water, environment and public facilities"),
        Row("O", "居民服务、修理和其他服务业", "Resident, repair and other services"),
        Row("P", "教育", "Education"),
        Row("Q", "卫生和社会工作", "Health and social work"),
        Row("R", "文化、体育和娱乐业", "Culture, sports and entertainment"),
        Row("S", "公共管理、社会保障和社会组织", "Public administration and social organisations"),
        Row("T", "国际组织", "International organisations"),
        Row("other", "其他行业", "Other or unknown", .none),
        Row("total", "合计", "Total", .total),
      ]),
    Layout(
      id: "T4", title: Label(zh: "按用人单位性质分组的需求人数", en: "Openings by ownership of the employer"), sides: "demand",
      hasRatio: false,
      rows: [
        Row("enterprise", "企业", "Enterprises"),
        Row("state", "国有企业", "State-owned", .enterprise),
        Row("collective", "集体企业", "Collective", .enterprise),
        Row("cooperative", "股份合作企业", "Share cooperative", .enterprise),
        Row("joint", "联营企业", "Joint operation", .enterprise),
        Row("llc", "有限责任公司", "Limited liability", .enterprise),
        Row("jsc", "股份有限公司", "Joint stock", .enterprise),
        Row("private", "私营企业", "Private", .enterprise),
        Row("other_enterprise", "其他企业", "Other enterprises", .enterprise),
        Row("hmt", "港、澳、台投资企业", "Hong Kong, Macao, Taiwan invested", .enterprise),
        Row("foreign", "外商投资企业", "Foreign invested", .enterprise),
        Row("individual", "个体经营", "Self-employed", .enterprise),
        Row("institution", "事业", "Public institutions"),
        Row("government", "机关", "Government bodies"),
        Row("other", "其他", "Other or unknown"),
        Row("total", "合计", "Total", .total),
      ]),
    Layout(
      id: "T5", title: Label(zh: "按职业分组的供求人数", en: "Openings and seekers by occupation"), sides: "both", hasRatio: true,
      rows: [
        Row("1", "单位负责人", "Managers"),
        Row("2", "专业技术人员", "Professionals and technicians"),
        Row("3", "办事人员和有关人员", "Clerks"),
        Row("4", "社会生产服务和生活服务人员", "Service workers"),
        Row("5", "农、林、牧、渔业生产及辅助人员", "Agricultural workers"),
        Row("6", "生产制造及有关人员", "Production workers"),
        Row("7", "军队人员", "Armed forces"),
        Row("8", "不便分类的其他从业人员", "Others"),
        Row("unclassified", "未分类", "Not classified", .none, side: "demand"),
        Row("none", "无要求", "No intention stated", .none, side: "seekers"),
        Row("total", "合计", "Total", .total),
      ]),
    Layout(
      id: "T8", title: Label(zh: "按求职人员类别分组的求职人数", en: "Seekers by category"), sides: "seekers", hasRatio: false,
      rows: [
        Row("youth", "新成长失业青年", "First-time unemployed youth"),
        Row("graduate", "应届高校毕业生", "Fresh graduates", .subitem),
        Row("reemployed", "就业转失业人员", "Unemployed after a job"),
        Row("other_unemployed", "其他失业人员", "Other unemployed"),
        Row("employed", "在业人员", "Employed"),
        Row("laidoff", "下岗职工", "Laid off"),
        Row("retired", "退休人员", "Retired"),
        Row("student", "在学人员", "Students"),
        Row("rural", "本市农村人员", "Rural residents of the city"),
        Row("nonlocal", "外埠人员", "From other places"),
        Row("unknown", "未说明", "Not stated", .unknown),
        Row("total", "合计", "Total", .total),
      ]),
    Layout(
      id: "T9", title: Label(zh: "按性别分组的供求人数", en: "Openings and seekers by sex"), sides: "both", hasRatio: true,
      rows: [
        Row("male", "男", "Male"),
        Row("female", "女", "Female"),
        Row("none", "无要求", "No requirement", .none, side: "demand"),
        Row("unknown", "未说明", "Not stated", .unknown, side: "seekers"),
        Row("total", "合计", "Total", .total),
      ]),
    Layout(
      id: "T10", title: Label(zh: "按年龄分组的供求人数", en: "Openings and seekers by age"), sides: "both", hasRatio: true,
      rows: [
        Row("16-24", "16-24岁", "16-24"),
        Row("25-34", "25-34岁", "25-34"),
        Row("35-44", "35-44岁", "35-44"),
        Row("45+", "45岁以上", "45 and over"),
        Row("none", "无要求", "No requirement", .none, side: "demand"),
        Row("unknown", "未说明", "Not stated", .unknown, side: "seekers"),
        Row("total", "合计", "Total", .total),
      ]),
    Layout(
      id: "T11", title: Label(zh: "按文化程度分组的供求人数", en: "Openings and seekers by education"), sides: "both",
      hasRatio: true,
      rows: [
        Row("junior", "初中及以下", "Junior secondary or below"),
        Row("senior", "高中", "Senior secondary"),
        Row("vocational", "职高、技校、中专", "Vocational secondary", .subitem),
        Row("college", "大专", "Junior college"),
        Row("bachelor", "大学", "Bachelor"),
        Row("master", "硕士以上", "Master or above"),
        Row("none", "无要求", "No requirement", .none, side: "demand"),
        Row("unknown", "未说明", "Not stated", .unknown, side: "seekers"),
        Row("total", "合计", "Total", .total),
      ]),
    Layout(
      id: "T12", title: Label(zh: "按技术等级或职称分组的供求人数", en: "Openings and seekers by skill or title level"), sides: "both",
      hasRatio: true,
      rows: [
        Row("skill5", "职业资格五级（初级技能）", "Skill level 5 (elementary)"),
        Row("skill4", "职业资格四级（中级技能）", "Skill level 4 (intermediate)"),
        Row("skill3", "职业资格三级（高级技能）", "Skill level 3 (advanced)"),
        Row("skill2", "职业资格二级（技师）", "Skill level 2 (technician)"),
        Row("skill1", "职业资格一级（高级技师）", "Skill level 1 (senior technician)"),
        Row("title1", "初级专业技术职务", "Junior professional title"),
        Row("title2", "中级专业技术职务", "Intermediate professional title"),
        Row("title3", "高级专业技术职务", "Senior professional title"),
        Row("no_level", "无技术等级或职称", "No level or title", side: "seekers"),
        Row("none", "无要求", "No requirement", .none, side: "demand"),
        Row("total", "合计", "Total", .total),
      ]),
  ]
}
