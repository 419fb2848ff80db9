/// An alert as the page of a night tells it.
public struct Alert: Sendable, Equatable {
  public let content: AlertCandidate
  public let occurrence: Int
  public let firstSeen: Day
  public let state: AlertState

  public init(_ content: AlertCandidate, occurrence: Int, firstSeen: Day, state: AlertState) {
    self.content = content
    self.occurrence = occurrence
    self.firstSeen = firstSeen
    self.state = state
  }
}
