import Domain

/// The CSV in which experts answer: one row an entry of the draft, the last five columns to be filled in.
public enum OpinionForm {
  /// Name within a draft; any other CSV beside it is an answer too.
  public static let path = "answers.csv"

  static let occupation = "职业代码"
  static let opinion = "意见"
  static let level = "调整后程度"
  static let reason = "理由"
  static let expert = "专家编号"
  static let day = "日期"
  static let header = [
    occupation, "职业名称", "重点产业", "紧缺指数", "计算的程度", "本稿的程度", "分派专家", opinion, level, reason, expert, day,
  ]
  static let kind = FilledForm.Kind(
    title: "草案附带的意见表", needed: [occupation, opinion, level, reason, expert, day], isAnswer: { isAnswer($0) },
    isOwnWorkbook: { CatalogEdition.isWorkbook($0) })

  /// True of the files of a draft that hold answers: every CSV beside its pages, whatever people call it.
  public static func isAnswer(_ name: String) -> Bool {
    name.lowercased().hasSuffix(".csv") && !name.contains("/") && !EditionLitter.isName(name)
  }

  /// The form of a draft, its answers empty.
  static func bytes(_ catalog: Catalog) -> [UInt8] {
    let rows = catalog.reviewed.map { entry in
      [
        entry.unit.occupation, entry.unit.name, entry.industry,
        entry.unit.score.index.map(String.init) ?? "",
        entry.unit.score.levelName, entry.level.name,
        entry.experts.map { "\($0.id) \($0.name)" }.joined(separator: "；"),
        "", "", "", "", "",
      ]
    }
    return CSVText.bytes([header] + rows)
  }
}
