/// Alerts of checks: one a lead in the book, one a check on the page of the night, which names folders and numbers only.
public enum CheckAlerts {
  /// Parts of the id of an alert of a check: the check, and the lead behind it.
  static func check(of alert: AlertCandidate) -> String? {
    let parts = alert.id.split(separator: "/", maxSplits: 2)
    return alert.kind == .check && parts.count > 1 ? String(parts[1]) : nil
  }

  /// Id of the check and lead of an alert: `A-01/A1`; nil of another alert.
  public static func lead(of alert: AlertCandidate) -> String? {
    alert.kind == .check ? String(alert.id.dropFirst(AlertKind.check.rawValue.count + 1)) : nil
  }

  /// What keeps the open leads of checks that were not run, so that nobody takes them for settled.
  ///
  /// - Parameter checks: ids of those that were not run or gave no list.
  public static func holding(_ records: some Collection<AlertRecord>, of checks: Set<String>) -> [AlertCandidate] {
    records.filter { $0.cleared == nil }.map(\.content).filter { check(of: $0).map(checks.contains) ?? false }
      .map { $0.holding() }.sorted { $0.id < $1.id }
  }

  /// The alerts with those of each check and state as one, which says how many there are.
  public static func folded(_ alerts: [Alert]) -> [Alert] {
    var folded: [Alert] = []
    var places: [String: Int] = [:]
    var counts: [String: Int] = [:]
    for alert in alerts {
      guard let check = check(of: alert.content) else {
        folded.append(alert)
        continue
      }
      let key = "\(check)/\(alert.state.rawValue)"
      counts[key, default: 0] += 1
      let before = places[key].map { folded[$0] }
      let one = Alert(
        AlertCandidate(
          id: "\(AlertKind.check.rawValue)/\(check)", kind: .check, title: alert.content.title,
          figure: "\(counts[key] ?? 0) 条", reason: before?.content.reason ?? alert.content.reason,
          place: alert.content.place),
        occurrence: 1, firstSeen: min(before?.firstSeen ?? alert.firstSeen, alert.firstSeen), state: alert.state)
      if let place = places[key] {
        folded[place] = one
      } else {
        places[key] = folded.count
        folded.append(one)
      }
    }
    return folded
  }
}
