/// How sure a code is.
public enum TitleGrade: Int, Sendable, CaseIterable {
  case high = 1
  case medium = 2
  /// Good for the 大类 only.
  case low = 3

  /// In Chinese.
  public var label: String { basis.label }

  /// What an occupation of this grade rests on.
  public var basis: TitleBasis {
    switch self {
    case .high: .high
    case .medium: .medium
    case .low: .low
    }
  }
}

/// What an occupation rests on; stored beside it.
public enum TitleBasis: Int, Sendable, CaseIterable {
  /// The export says it.
  case given = 0
  case high = 1
  case medium = 2
  case low = 3
  /// The title says no occupation.
  case empty = 4
  /// No table knows what the title says.
  case unknown = 5
  /// The title names several jobs.
  case several = 6
  /// An analyst has answered for this very title.
  case analyst = 7

  /// In Chinese.
  public var label: String {
    switch self {
    case .given: "导出时已有"
    case .high: "高"
    case .medium: "中"
    case .low: "低"
    case .empty: "空泛"
    case .unknown: "不识"
    case .several: "多岗"
    case .analyst: "人工答复"
    }
  }
}

/// The rule that a code comes from; its number is stored.
public enum TitleRule: Int, Sendable, CaseIterable {
  case none = 0
  /// The whole title, or one of its jobs, is a term.
  case entire = 1
  /// So it is without ranks.
  case withoutRank = 2
  /// A head with a word of its field before it.
  case head = 3
  /// The longest term in it.
  case longest = 4
  /// A head alone.
  case headAlone = 5
  /// Only what stands in brackets says it.
  case bracket = 6
  /// The analyst's answer.
  case answer = 7

  /// The letter by which documents name it.
  public var letter: String {
    switch self {
    case .none: "-"
    case .entire: "E"
    case .withoutRank: "R"
    case .head: "H"
    case .longest: "M"
    case .headAlone: "G"
    case .bracket: "B"
    case .answer: "A"
    }
  }

  /// In Chinese.
  public var label: String {
    switch self {
    case .none: "没有编码"
    case .entire: "整个名称就是这个词"
    case .withoutRank: "去掉职级后就是这个词"
    case .head: "中心词加前面的领域词"
    case .longest: "最长的词"
    case .headAlone: "只有中心词"
    case .bracket: "只有括号里说明"
    case .answer: "分析人员对这个名称的答复"
    }
  }
}

/// What a title was read as.
public struct TitleReading: Sendable, Hashable {
  /// `CodeNumber` as the rule gives it; nil where the title has none.
  public let code: Int?
  public let basis: TitleBasis
  public let rule: TitleRule
  /// `TitleTerm.id` or `TitleHead.id` of what decided; 0: nothing did.
  public let term: Int

  /// What may be counted: of a code of grade 低 its 大类 only.
  public var counted: Int? { basis == .low ? code.map(OccupationNumber.major) : code }

  static func none(_ basis: TitleBasis) -> TitleReading { TitleReading(code: nil, basis: basis, rule: .none, term: 0) }
}
