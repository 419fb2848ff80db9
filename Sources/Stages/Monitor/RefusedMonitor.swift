import Domain

/// Files that could not be taken: a missing column, a broken archive, an empty folder.
enum RefusedMonitor: Monitor {
  static let kinds: [AlertKind] = [.refused]
  static let sections: [MonitorRules.Section] = []

  static func rules(_ all: MonitorRules) -> Void? { () }

  static func outcome(_ scope: MonitorScope, _: Void) -> MonitorOutcome {
    var seen: Set<String> = []
    let alerts = scope.refused.map { file in
      let name = file.place.split(separator: "/").last.map(String.init) ?? file.place
      return AlertCandidate(
        .refused, [file.place], title: name, figure: scope.texts(.refusedFigure), reason: file.message,
        place: "\(file.remedy) (\(file.place))")
    }
    return MonitorOutcome(alerts: alerts.filter { seen.insert($0.id).inserted })
  }
}
