/// The alerts that there are and how they move on from night to night: new, still, cleared.
public struct AlertBook: Sendable {
  /// The last occurrence of each id.
  public private(set) var records: [String: AlertRecord]

  public init(_ records: [AlertRecord] = []) {
    self.records = Dictionary(records.map { ($0.content.id, $0) }) { $0.occurrence > $1.occurrence ? $0 : $1 }
  }

  /// Takes what the monitors found on the night `day`; the same night may be taken again.
  public mutating func advance(_ candidates: [AlertCandidate], on day: Day) {
    for candidate in candidates {
      guard var record = records[candidate.id] else {
        if !candidate.isHolding {
          records[candidate.id] = AlertRecord(
            candidate, occurrence: 1, firstSeen: day, told: candidate.isPublished ? Day(ordinal: day.ordinal - 1) : nil)
        }
        continue
      }
      if record.cleared != nil, candidate.isHolding { continue }
      if let cleared = record.cleared, cleared != day {
        record = AlertRecord(candidate, occurrence: record.occurrence + 1, firstSeen: day)
      }
      record.content = candidate
      (record.cleared, record.endTold) = (nil, nil)
      records[candidate.id] = record
    }
    let found = Set(candidates.map(\.id))
    for (id, record) in records where record.cleared == nil && !found.contains(id) { records[id]?.cleared = day }
  }

  /// Notes that the page of `day` has been published with all that there is.
  public mutating func tell(on day: Day) {
    for (id, record) in records {
      if record.cleared == nil {
        if record.told == nil { records[id]?.told = day }
      } else if record.told != nil, record.endTold == nil {
        records[id]?.endTold = day
      }
    }
  }

  /// What the page of `day` tells: new ones first, then those that stay, then those that are over; within each by kind
  /// and id.
  public func alerts(on day: Day) -> [Alert] {
    let places = Dictionary(uniqueKeysWithValues: AlertKind.allCases.enumerated().map { ($0.element, $0.offset) })
    let states = Dictionary(uniqueKeysWithValues: AlertState.allCases.enumerated().map { ($0.element, $0.offset) })
    return records.values.compactMap { record in
      record.state(on: day).map {
        Alert(record.content, occurrence: record.occurrence, firstSeen: record.firstSeen, state: $0)
      }
    }.sorted { left, right in
      func key(_ alert: Alert) -> (Int, Int, String) {
        (states[alert.state] ?? 0, places[alert.content.kind] ?? 0, alert.content.id)
      }
      return key(left) < key(right)
    }
  }
}
