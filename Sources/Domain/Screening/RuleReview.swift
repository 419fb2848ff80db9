/// How the leads of a rule fared with those who looked at them.
public struct RuleReview: Sendable, Equatable {
  public private(set) var upheld = 0
  public private(set) var unfounded = 0

  /// Reviews from which on a rule can step down, and the share of leads that must be upheld.
  public static let fewest = 30
  public static let target = 0.8

  public init() {}

  /// Counts an answer; one that decides nothing does not count.
  public mutating func count(_ verdict: LeadAnswer.Verdict) {
    switch verdict {
    case .confirmed, .corrected, .referred: upheld += 1
    case .unfounded: unfounded += 1
    case .unclear: break
    }
  }

  public var reviews: Int { upheld + unfounded }

  /// Nil where nobody has looked.
  public var precision: Double? { reviews > 0 ? Double(upheld) / Double(reviews) : nil }

  /// Where the share lies with a confidence of 95 % (Wilson); nil where nobody has looked.
  public var interval: ClosedRange<Double>? {
    guard let share = precision else { return nil }
    let (count, z) = (Double(reviews), 1.959963984540054)
    let weight = 1 + z * z / count
    let middle = (share + z * z / (2 * count)) / weight
    let half = z / weight * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
    return max(0, middle - half)...min(1, middle + half)
  }

  /// Whether what the rule finds is no lead any more, only a hint: too many of its leads were unfounded.
  public var stepsDown: Bool { reviews >= RuleReview.fewest && (precision ?? 1) < RuleReview.target }

  /// By rule (`C09`), from the answers of the four quarters that end with that of `day`.
  ///
  /// - Parameter answers: by lead: `C09/…`.
  public static func byRule(_ answers: some Collection<LeadAnswer>, day: Day) -> [String: RuleReview] {
    let last = Period(unit: .quarter, containing: day)
    let days = last.advanced(by: -3).firstDay...last.lastDay
    return answers.filter { days.contains($0.day) }.reduce(into: [:]) { reviews, answer in
      guard let rule = answer.lead.split(separator: "/").first else { return }
      reviews[String(rule), default: RuleReview()].count(answer.verdict)
    }
  }
}
