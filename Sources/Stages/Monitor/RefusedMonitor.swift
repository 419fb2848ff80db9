import Domain

/// Files that could not be taken: a missing column, a broken archive, an empty folder.
enum RefusedMonitor {
  static func outcome(_ refused: [RefusedFile]) -> MonitorOutcome {
    var seen: Set<String> = []
    let alerts = refused.map { file in
      let name = file.place.split(separator: "/").last.map(String.init) ?? file.place
      return AlertCandidate(
        .refused, [file.place], title: name, figure: "没有收取", reason: file.message,
        place: "\(file.remedy) (\(file.place))")
    }
    return MonitorOutcome(alerts: alerts.filter { seen.insert($0.id).inserted })
  }
}
