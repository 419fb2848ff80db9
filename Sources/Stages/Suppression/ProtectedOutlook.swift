import Domain
import Tables

/// The outlook as its readers may see it. What single occupations wanted and had in each period stands in no other public
/// table, so that their forecasts, which begin with it, are left out for everybody; of a warning its level, chances and
/// dates remain. Major groups stay where a table shows them.
public struct ProtectedOutlook: Sendable {
  public let outlook: Outlook
  /// Who may read it.
  public let audience: Audience

  /// Periods of history that are looked at; those before are left out.
  private static let mostHistory = 9

  /// - Parameters:
  ///   - rows: the leaf part of the row that shows a major group, by its code; nil for one that no table shows.
  ///   - decisions: on the totals of a period, and on all rows of that in which the outlook begins.
  init(_ outlook: Outlook, rows: (String) -> String?, _ decisions: (Period) throws -> LeafDecisions) throws {
    let origin = try decisions(outlook.origin)
    audience = origin.audience
    guard audience == .everybody else {
      self.outlook = outlook
      return
    }
    let regions = try outlook.regions.map { region -> OutlookRegion in
      func shows(_ part: String, _ decisions: LeafDecisions, _ period: Period) -> Bool {
        let leaves = RegionLeaves(region: region.code, period: period)
        return ![MarketMeasure.demand, .seekers].contains { decisions.hides(leaves($0, part)) }
      }
      func shows(_ part: String) -> Bool { shows(part, origin, outlook.origin) }
      /// How many periods through the origin show a part, if that does.
      func history(_ part: String, atLeast known: Int) throws -> Int {
        var known = known
        while known < ProtectedOutlook.mostHistory {
          let period = outlook.origin.advanced(by: -known)
          guard shows(part, try decisions(period), period) else { break }
          known += 1
        }
        return known
      }
      let shown = region.occupations.filter { subject in
        shows((subject.level == 1 ? rows(subject.occupation) : nil) ?? ProtectedOutlook.part(subject))
      }
      return OutlookRegion(
        code: region.code, total: region.total.keeping(history: try history(Leaf.total, atLeast: 0)),
        occupations: try shown.map { $0.keeping(history: try history(ProtectedOutlook.part($0), atLeast: 1)) },
        warnings: region.warnings.map { warning in
          OutlookWarning(
            subject: shows(ProtectedOutlook.part(warning.subject)) ? warning.subject : warning.subject.withoutFigures,
            level: warning.level, reached: warning.reached)
        })
    }
    self.outlook = Outlook(
      origin: outlook.origin, steps: outlook.steps, regions: regions, scores: outlook.scores,
      thresholds: outlook.thresholds,
      hasSingleOccupations: regions.contains { $0.occupations.contains { $0.level > 1 } },
      restsOnFewShocks: outlook.restsOnFewShocks)
  }

  /// The leaf part of a forecast of one occupation, which no decision on the market knows.
  static func part(_ subject: OutlookSubject) -> String { "forecast:\(subject.occupation)" }
}

extension OutlookSubject {
  /// - Parameter history: how many of the last known values.
  fileprivate func keeping(history count: Int) -> OutlookSubject {
    with { line in
      OutlookLine(
        history: Array(line.history.suffix(count)), steps: line.steps, method: line.method,
        beatsSeasonalNaive: line.beatsSeasonalNaive)
    }
  }

  fileprivate var withoutFigures: OutlookSubject {
    with { OutlookLine(history: [], steps: [], method: $0.method, beatsSeasonalNaive: $0.beatsSeasonalNaive) }
  }

  private func with(_ line: (OutlookLine) -> OutlookLine) -> OutlookSubject {
    OutlookSubject(
      occupation: occupation, name: name, demand: line(demand), seekers: line(seekers), gap: line(gap),
      chances: chances)
  }
}
