import Domain

/// Editions that the release calendar promises soon, or promised and that are not there.
enum ReleaseMonitor: Monitor {
  static let kinds: [AlertKind] = [.release]
  static let sections: [MonitorRules.Section] = [.releases]

  static func rules(_ all: MonitorRules) -> Int? { all.releaseDays }

  static func outcome(_ scope: MonitorScope, _ days: Int) -> MonitorOutcome {
    guard let releases = scope.releases else { return MonitorOutcome(notes: [scope.texts(.releaseNoteNone)]) }
    let alerts = releases.filter { !$0.isPublished }.compactMap { release -> AlertCandidate? in
      let left = release.due.ordinal - scope.day.ordinal
      guard left <= days else { return nil }
      // Overdue is another matter than due.
      return AlertCandidate(
        .release, left < 0 ? [release.id, "late"] : [release.id], title: release.title,
        figure: left == 0
          ? scope.texts(.releaseToday)
          : scope.texts(left < 0 ? .releaseOverdue : .releaseLeft, ["days": "\(abs(left))"]),
        reason: scope.texts(.releaseReason, ["due": release.due.iso]), place: release.place)
    }
    return MonitorOutcome(alerts: alerts)
  }
}
