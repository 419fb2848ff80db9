/// What a monitor finds on a night, whether it was told before or not.
public struct AlertCandidate: Sendable, Equatable {
  /// The same for the same trouble on every night: kind, source or region, and what it is about, separated by `/`.
  public let id: String
  public let kind: AlertKind
  /// What it is about, in Chinese.
  public let title: String
  /// The figure, with what it is held against.
  public let figure: String
  public let reason: String
  /// Where to look or what to do.
  public let place: String
  /// True for what keeps an alert that there is and raises none, so that a figure that wavers about its limit is told
  /// once.
  public let isHolding: Bool
  /// True for what an edition told before any night found it: it is no news.
  public let isPublished: Bool

  public init(
    _ kind: AlertKind, _ parts: [String], title: String, figure: String, reason: String, place: String,
    isHolding: Bool = false, isPublished: Bool = false
  ) {
    id = ([kind.rawValue] + parts).joined(separator: "/")
    self.kind = kind
    self.title = title
    self.figure = figure
    self.reason = reason
    self.place = place
    self.isHolding = isHolding
    self.isPublished = isPublished
  }

  /// As it is stored.
  public init(
    id: String, kind: AlertKind, title: String, figure: String, reason: String, place: String, isHolding: Bool = false
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.figure = figure
    self.reason = reason
    self.place = place
    self.isHolding = isHolding
    isPublished = false
  }

  /// The same, keeping what there is and raising nothing.
  func holding() -> AlertCandidate {
    AlertCandidate(
      id: id, kind: kind, title: title, figure: figure, reason: reason, place: place, isHolding: true)
  }
}
