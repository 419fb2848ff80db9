/// A rule that texts and conditions of postings are held against: what it looks for, by which clause, who acts.
public struct PostingRule: Sendable {
  /// A pattern with what it means where it is found.
  public struct Sign: Sendable {
    public let level: Check.Level
    public let pattern: String
    /// `Pipelines/rules/supervision/C01.yaml:12`
    public let place: String

    public init(level: Check.Level, pattern: String, place: String) {
      self.level = level
      self.pattern = pattern
      self.place = place
    }
  }

  /// A phrase that the rule must find, or must not.
  public struct Phrase: Sendable, Hashable {
    public let text: String
    public let isFound: Bool
    public let place: String

    public init(text: String, isFound: Bool, place: String) {
      self.text = text
      self.isFound = isFound
      self.place = place
    }
  }

  /// `C09`, also the name of its file.
  public let id: String
  /// What the reader sees.
  public let title: String
  /// Goes up whenever what it finds changes.
  public let version: Int
  /// Of what it finds as a rule; a sign may have another one.
  public let level: Check.Level
  /// `歧视`, under which its leads are put together.
  public let group: String
  public let clause: String
  /// What the clause threatens; nil where there is nothing.
  public let penalty: String?
  /// Who acts; also the name of the folder.
  public let section: String
  /// To whom it is handed on.
  public let transfer: String?
  /// Whether somebody must look at once at what is a violation.
  public let isUrgent: Bool
  /// How it would be right.
  public let remedy: String
  /// What is not meant by it, in words.
  public let exceptions: String?
  public let signs: [Sign]
  /// What makes a match void that it overlaps.
  public let voids: [Sign]
  /// What makes all matches of a posting void.
  public let textVoids: [Sign]
  public let conditions: [FieldCondition]
  public let exemptions: [Exemption]
  public let phrases: [Phrase]

  /// All that decides what is found, as one text: two rules with the same one find the same.
  public var finds: String {
    func text(_ signs: [Sign]) -> String { signs.map { "\($0.level) \($0.pattern)" }.joined(separator: "\n") }
    let exempt = exemptions.map {
      "\($0.lowersTo as Any) \($0.occupations) \($0.industries) \(text($0.words)) \($0.of as Any)"
    }
    return ["\(version)", text(signs), text(voids), text(textVoids), "\(conditions)", "\(exempt)"]
      .joined(separator: "\n\n")
  }

  public init(
    id: String, title: String, version: Int, level: Check.Level, group: String, clause: String, penalty: String?,
    section: String, transfer: String?, isUrgent: Bool, remedy: String, exceptions: String?, signs: [Sign],
    voids: [Sign],
    textVoids: [Sign], conditions: [FieldCondition], exemptions: [Exemption], phrases: [Phrase]
  ) {
    self.id = id
    self.title = title
    self.version = version
    self.level = level
    self.group = group
    self.clause = clause
    self.penalty = penalty
    self.section = section
    self.transfer = transfer
    self.isUrgent = isUrgent
    self.remedy = remedy
    self.exceptions = exceptions
    self.signs = signs
    self.voids = voids
    self.textVoids = textVoids
    self.conditions = conditions
    self.exemptions = exemptions
    self.phrases = phrases
  }
}

/// When a rule does not hold, or less strictly: an occupation, an industry, or words of the text.
public struct Exemption: Sendable {
  /// What is left of the finding: nil: nothing.
  public let lowersTo: Check.Level?
  /// Codes, each with all below it.
  public let occupations: [String]
  public let industries: [String]
  public let words: [PostingRule.Sign]
  /// The level of what it lets pass; nil: any.
  public let of: Check.Level?
  /// Why.
  public let clause: String

  public init(
    lowersTo: Check.Level?, occupations: [String], industries: [String],
    words: [PostingRule.Sign], of: Check.Level?, clause: String
  ) {
    self.lowersTo = lowersTo
    self.occupations = occupations
    self.industries = industries
    self.words = words
    self.of = of
    self.clause = clause
  }

  func covers(_ facts: ScreenFacts) -> Bool {
    ScreenFacts.starts(facts.occupation, occupations) || ScreenFacts.starts(facts.industry, industries)
  }
}

/// What a rule asks of the fields of a posting; all that it states must hold.
public struct FieldCondition: Sendable {
  public let level: Check.Level
  /// What the finding says: `性别要求: 男`.
  public let says: String
  public let sex: Int?
  public let minimumAgeBelow: Int?
  public let maximumAgeBelow: Int?
  public let occupations: [String]
  /// Of the employer: 事业 is 2.
  public let sectors: [String]
  public let probationAbove: Int?
  /// Whether it must be a copy of another posting.
  public let isOfCopies: Bool
  /// The text that must be missing: `description`.
  public let missing: String?

  public init(
    level: Check.Level, says: String, sex: Int?, minimumAgeBelow: Int?, maximumAgeBelow: Int?, occupations: [String],
    sectors: [String], probationAbove: Int?, isOfCopies: Bool, missing: String?
  ) {
    self.level = level
    self.says = says
    self.sex = sex
    self.minimumAgeBelow = minimumAgeBelow
    self.maximumAgeBelow = maximumAgeBelow
    self.occupations = occupations
    self.sectors = sectors
    self.probationAbove = probationAbove
    self.isOfCopies = isOfCopies
    self.missing = missing
  }

  func holds(_ facts: ScreenFacts) -> Bool {
    if let sex, facts.sex != sex { return false }
    if let minimumAgeBelow {
      guard let age = facts.minimumAge, age < minimumAgeBelow else { return false }
    }
    if let maximumAgeBelow {
      guard let age = facts.maximumAge, age < maximumAgeBelow else { return false }
    }
    if let probationAbove {
      guard let months = facts.probationMonths, months > probationAbove else { return false }
    }
    if isOfCopies, !facts.isCopy { return false }
    if let missing, !facts.missing.contains(missing) { return false }
    if !occupations.isEmpty, !ScreenFacts.starts(facts.occupation, occupations) { return false }
    return sectors.isEmpty || ScreenFacts.starts(facts.sector, sectors)
  }
}

/// What a posting says in fields that rules look at.
public struct ScreenFacts: Sendable {
  /// 1 男, 2 女.
  public var sex: Int?
  public var minimumAge: Int?
  public var maximumAge: Int?
  public var probationMonths: Int?
  /// Codes as code lists have them.
  public var occupation: String?
  public var industry: String?
  public var sector: String?
  /// Whether it is a copy of another posting.
  public var isCopy = false
  /// Names of the texts that it should have and has not.
  public var missing: Set<String> = []

  public init() {}

  static func starts(_ code: String?, _ beginnings: [String]) -> Bool {
    guard let code else { return false }
    return beginnings.contains { code == $0 || code.hasPrefix($0) }
  }
}
