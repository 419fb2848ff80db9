/// 预警: how likely a shortage is.
public enum WarningLevel: Int, Sendable, Comparable, CaseIterable {
  case blue = 1
  case yellow = 2
  case orange = 3
  case red = 4

  public static func < (left: WarningLevel, right: WarningLevel) -> Bool { left.rawValue < right.rawValue }

  /// `blue`, as rules and tables name it.
  public var id: String { "\(self)" }
}

/// An occupation that is likely to have more openings than seekers.
public struct OutlookWarning: Sendable {
  /// The evidence: what was and what is expected.
  public let subject: OutlookSubject
  /// The highest level that any step reaches.
  public let level: WarningLevel
  /// Each level that is reached, with the first period that reaches it; the lowest first.
  public let reached: [(level: WarningLevel, period: Period)]

  public init(subject: OutlookSubject, level: WarningLevel, reached: [(level: WarningLevel, period: Period)]) {
    self.subject = subject
    self.level = level
    self.reached = reached
  }
}

/// What analysts may change of forecasts: `Pipelines/rules/forecast.yaml`.
public struct OutlookRules: Sendable {
  /// Least probability of a shortage for each level.
  public let chances: [WarningLevel: Double]
  /// Openings of the last year below which an occupation is not warned of.
  public let leastOpenings: Int

  public init(chances: [WarningLevel: Double], leastOpenings: Int) {
    self.chances = chances
    self.leastOpenings = leastOpenings
  }

  /// The level of a probability; nil below all.
  public func level(_ chance: Double) -> WarningLevel? {
    WarningLevel.allCases.filter { level in chances[level].map { chance >= $0 } ?? false }.max()
  }

  /// The warning of an occupation; nil where it deserves none.
  ///
  /// - Parameter steps: the periods of its chances.
  public func warning(_ subject: OutlookSubject, steps: [Period]) -> OutlookWarning? {
    guard subject.demand.lastYear(steps.first?.unit ?? .year) >= Double(leastOpenings) else { return nil }
    let reached = WarningLevel.allCases.compactMap { level -> (level: WarningLevel, period: Period)? in
      guard let least = chances[level], let step = subject.chances.firstIndex(where: { $0 >= least }) else {
        return nil
      }
      return (level, steps[step])
    }
    return reached.last.map { OutlookWarning(subject: subject, level: $0.level, reached: reached) }
  }
}
