/// One stay of an alert, from the night that finds it until the night that finds it no more; one that comes back has the
/// same id and the next occurrence.
public struct AlertRecord: Sendable, Equatable {
  public var content: AlertCandidate
  /// From 1.
  public let occurrence: Int
  public let firstSeen: Day
  /// The night that found it no more; nil while it stays.
  public var cleared: Day?
  /// The night whose page told of it first; nil while none has been published that does.
  public var told: Day?
  /// The night whose page told of its end.
  public var endTold: Day?

  public init(
    _ content: AlertCandidate, occurrence: Int, firstSeen: Day, cleared: Day? = nil, told: Day? = nil,
    endTold: Day? = nil
  ) {
    self.content = content
    self.occurrence = occurrence
    self.firstSeen = firstSeen
    self.cleared = cleared
    self.told = told
    self.endTold = endTold
  }

  /// How the page of the night `day` has it; nil where it has nothing to say.
  ///
  /// A page that is made again on the same date tells what it told, and what no page has told is still new, however long
  /// ago it was found.
  public func state(on day: Day) -> AlertState? {
    guard cleared != nil else { return told == nil || told == day ? .new : .still }
    // What came and went before any page told of it is nobody's concern.
    return told != nil && (endTold == nil || endTold == day) ? .cleared : nil
  }
}
