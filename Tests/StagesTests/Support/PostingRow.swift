import Tabular

/// A row of a postings export.
struct PostingRow: Hashable {
  var id = "1"
  var platform = "平台甲"
  var employer = "港务公司"
  var title = "营销员"
  var openings = "2"
  var posted = "2026-07-01"
  var cells: [String: String] = [:]

  static let optional = [
    "区划代码", "关闭日期", "有效期至", "更新时间", "转载来源", "性别要求", "学历要求", "行业", "单位性质", "职业", "年龄要求", "职称要求", "技能等级",
    "已招人数", "薪资待遇", "统一社会信用代码", "经验要求", "期望到岗日期", "工作内容",
    "关闭原因", "应聘人数", "合适人数", "专业要求",
  ]
  static let header = "岗位编号,来源,单位名称,岗位名称,招聘人数,发布日期," + optional.joined(separator: ",") + "\n"

  init() {}

  init(_ cells: [String: String]) { self.cells = cells }

  var line: String {
    let usual = ["区划代码": "450600"]
    return
      ([id, platform, employer, title, openings, posted] + PostingRow.optional.map { cells[$0] ?? usual[$0] ?? "" })
      .map { FieldQuoting.quoted($0) }.joined(separator: ",") + "\n"
  }

  static func file(_ rows: [PostingRow]) -> String { header + rows.map(\.line).joined() }
}
