/// An edition that the release calendar promises.
public struct Release: Sendable, Equatable {
  /// Short and stable: `bulletin/2026Q3`.
  public let id: String
  public let title: String
  public let due: Day
  public let isPublished: Bool
  /// Where it is published, or what makes it.
  public let place: String

  public init(id: String, title: String, due: Day, isPublished: Bool, place: String) {
    self.id = id
    self.title = title
    self.due = due
    self.isPublished = isPublished
    self.place = place
  }
}
