/// What an expert says of one entry of a draft.
public struct Opinion: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case agree
    case raise
    case lower
    case add
    case drop

    /// As it stands in the form.
    public var name: String {
      switch self {
      case .agree: "同意"
      case .raise: "提高"
      case .lower: "降低"
      case .add: "增补"
      case .drop: "删除"
      }
    }

    /// Reads the Chinese or the English word.
    public init?(_ text: String) {
      let folded = TextFold.fold(text)
      guard let kind = Kind.allCases.first(where: { folded == $0.name || folded == $0.rawValue }) else { return nil }
      self = kind
    }
  }

  /// Code of the unit.
  public let occupation: String
  public let kind: Kind
  /// The level that the expert wants; nil for agree.
  public let level: ShortageLevel?
  public let reason: String
  /// 专家编号.
  public let expert: String
  public let day: Day
  /// Where it was read: `draft-1/answers.csv:12`.
  public let place: String

  public init(
    occupation: String, kind: Kind, level: ShortageLevel?, reason: String, expert: String, day: Day, place: String
  ) {
    self.occupation = occupation
    self.kind = kind
    self.level = level
    self.reason = reason
    self.expert = expert
    self.day = day
    self.place = place
  }
}

/// An answer that was not taken, and why.
public struct OpinionProblem: Sendable, Equatable {
  /// `draft-1/answers.csv:12`.
  public let place: String
  /// What is wrong and what to do, in Chinese.
  public let message: String
  public let remedy: String

  public init(place: String, message: String, remedy: String) {
    self.place = place
    self.message = message
    self.remedy = remedy
  }
}
