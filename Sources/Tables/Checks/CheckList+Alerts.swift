import Domain

extension CheckList {
  /// What the book of alerts is told of the checks of a night: one alert a lead; where there are too many lines one for the
  /// check; and what keeps the leads of checks that were not run.
  ///
  /// - Parameters:
  ///   - records: those of the book.
  ///   - folder: where the list of a section lies.
  public static func alerts(
    _ lists: [CheckList], records: some Collection<AlertRecord>, folder: (_ section: String) -> String
  ) -> [AlertCandidate] {
    var unsettled: Set<String> = []
    var found: [AlertCandidate] = []
    for list in lists {
      let check = list.check
      let place = folder(check.section)
      switch list.outcome {
      case .found:
        found += list.leads.map { lead, lines in
          AlertCandidate(
            .check, [check.id, lead], title: check.title, figure: figure(lines),
            reason: "\(lines[0].level.label): \(check.clause)", place: place)
        }
      case .tooMany(let count):
        unsettled.insert(check.id)
        found.append(
          AlertCandidate(
            .check, [check.id], title: check.title, figure: "\(count) 行",
            reason: "超过 \(CheckRunner.most) 行, 没有列出; 先改正检查或数据", place: place))
      case .missing, .unset: unsettled.insert(check.id)
      case .off, .steppedDown: break
      }
    }
    let ids = Set(found.map(\.id))
    return found + CheckAlerts.holding(records, of: unsettled).filter { !ids.contains($0.id) }
  }

  private static func figure(_ lines: [CheckLine]) -> String {
    if lines.count > 1 { return "\(lines.count) 行" }
    return [CheckColumn.amount, .due, .since, .days].map(lines[0].text).first { !$0.isEmpty } ?? ""
  }

  /// Id of a lead, as answers and alerts name it: `A-01/A1`.
  public func id(of lead: String) -> String { "\(check.id)/\(lead)" }
}
