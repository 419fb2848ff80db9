import Domain

/// What came of a check on a night.
public struct CheckList: Sendable {
  public enum Outcome: Sendable {
    case found([CheckLine])
    /// More lines than anybody reads: only their number.
    case tooMany(Int)
    /// Not run: these have not been delivered.
    case missing([String])
    /// Not run: the bureau has not entered or confirmed these rules.
    case unset([String])
    /// Not run: the bureau has switched it off.
    case off
    /// A rule for postings whose leads were mostly unfounded: what it finds is no lead until its patterns are better.
    case steppedDown
  }

  public let check: Check
  public let outcome: Outcome
  /// Version of what it finds: see `Check.digest`.
  public let version: String
  /// How its leads fared so far, of a rule for postings.
  public let review: RuleReview?

  public init(check: Check, outcome: Outcome, version: String, review: RuleReview? = nil) {
    self.check = check
    self.outcome = outcome
    self.version = version
    self.review = review
  }

  /// The list of `lines` in their order, or only their number where nobody reads so many.
  public init(check: Check, lines: [CheckLine], version: String, review: RuleReview) {
    let isList = lines.count <= CheckRunner.most
    self.init(
      check: check, outcome: isList ? .found(lines.sorted(by: CheckLine.precedes)) : .tooMany(lines.count),
      version: version, review: review)
  }

  /// The lines, in the order of the list.
  public var lines: [CheckLine] {
    if case .found(let lines) = outcome { lines } else { [] }
  }

  /// The leads with their lines, in the order of the list.
  public var leads: [(lead: String, lines: [CheckLine])] {
    var order: [String] = []
    var found: [String: [CheckLine]] = [:]
    for line in lines {
      if found[line.lead] == nil { order.append(line.lead) }
      found[line.lead, default: []].append(line)
    }
    return order.map { ($0, found[$0] ?? []) }
  }
}
