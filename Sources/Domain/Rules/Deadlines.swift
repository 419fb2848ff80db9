/// Until when something has to be done: `Pipelines/rules/deadlines.yaml`.
public struct Deadlines: Sendable {
  public struct Rule: Sendable, Hashable {
    public let limit: Int
    /// The limit where it was extended (延期); nil where the law knows no extension.
    public let longer: Int?
    /// Working days; else natural days.
    public let isWorking: Bool
    /// Where it is written.
    public let source: String
    /// Nobody has confirmed it yet: checks that need it are not run.
    public let isOff: Bool
    /// The limit that the examples of checks are tried with, whatever the bureau enters; nil: its own.
    public let sample: Int?

    public init(
      limit: Int, longer: Int? = nil, isWorking: Bool, source: String, isOff: Bool = false, sample: Int? = nil
    ) {
      self.isOff = isOff
      self.sample = sample
      self.limit = limit
      self.longer = longer
      self.isWorking = isWorking
      self.source = source
    }
  }

  /// By kind, as conditions name it.
  public let rules: [String: Rule]

  public init(_ rules: [String: Rule] = [:]) { self.rules = rules }

  /// As the examples of checks are tried with.
  public var forExamples: Deadlines {
    Deadlines(
      rules.mapValues { rule in
        Rule(limit: rule.sample ?? rule.limit, longer: rule.longer, isWorking: rule.isWorking, source: rule.source)
      })
  }

  /// The last day in time of what began on `start`; nil for a kind without a rule.
  public func due(_ kind: String, from start: Day, isExtended: Bool = false, _ calendar: WorkingDays) -> Day? {
    rules[kind].map { $0.due(from: start, isExtended: isExtended, calendar) }
  }
}

extension Deadlines.Rule {
  /// The last day in time of what began on `start`.
  public func due(from start: Day, isExtended: Bool, _ calendar: WorkingDays) -> Day {
    let days = isExtended ? longer ?? limit : limit
    return isWorking ? calendar.day(days, after: start) : Day(ordinal: start.ordinal + days)
  }
}
