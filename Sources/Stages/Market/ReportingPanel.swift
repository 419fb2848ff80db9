/// The reporting units over which a period is compared with an earlier one (F7c): those that registered something anew
/// in both, anywhere in the city. A county is compared over the same units: one that had nothing in it reported all the
/// same.
struct ReportingPanel {
  /// The numbers of the units.
  let units: Set<Int>

  /// - Parameters: what the units of the whole city reported, by the number of a unit.
  init(now: [Int: Stock], before: [Int: Stock]) {
    units = Set(
      now.filter { unit, now in
        guard let before = before[unit], now.registered > 0, before.registered > 0 else { return false }
        return !ReportingPanel.isFirstCollection(now.registered, before.registered)
      }.keys)
  }

  /// Whether a unit was not collected in the period before: what is first collected brings what has survived of older
  /// postings, and as many more would be read as growth.
  private static func isFirstCollection(_ now: Int, _ before: Int) -> Bool { now >= 100 && now > 10 * before }
}
