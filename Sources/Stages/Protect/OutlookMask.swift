import Domain

/// The outlook as everybody may read it: what single occupations wanted and had in each period stands in no other public
/// table, so that their forecasts, which begin with it, are left out; of a warning its level, chances and dates remain.
/// Major groups stay where T5 shows them.
struct OutlookMask {
  private let mask: EditionMask

  /// Periods of history that are looked at; those before are left out.
  private static let mostHistory = 9

  init(_ mask: EditionMask) { self.mask = mask }

  func applied(to outlook: Outlook) throws -> Outlook {
    Outlook(
      origin: outlook.origin, steps: outlook.steps, regions: try outlook.regions.map { try region($0, outlook.origin) },
      scores: outlook.scores, thresholds: outlook.thresholds, hasSingleOccupations: false)
  }

  private func region(_ region: OutlookRegion, _ origin: Period) throws -> OutlookRegion {
    let own = mask.table(region.code)
    let shown = region.occupations.filter { subject in
      subject.level == 1
        && ![MarketCell.Measure.demand, .seekers].contains { own.hides($0, MarketCell.row("T5", subject.occupation)) }
    }
    var known = 0
    while known < OutlookMask.mostHistory, try !hidesTotal(region.code, origin.advanced(by: -known)) { known += 1 }
    return OutlookRegion(
      code: region.code, total: region.total.keeping(history: known), occupations: shown.map { $0.keeping(history: 1) },
      warnings: region.warnings.map {
        OutlookWarning(subject: $0.subject.withoutFigures, level: $0.level, reached: $0.reached)
      })
  }

  private func hidesTotal(_ region: String, _ period: Period) throws -> Bool {
    try mask.hidesTotal(region, .demand, period) || mask.hidesTotal(region, .seekers, period)
  }
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
