/// A file, or an input, that a run could not take.
public struct RefusedFile: Sendable, Equatable {
  public let place: String
  public let message: String
  public let remedy: String

  public init(place: String, message: String, remedy: String) {
    self.place = place
    self.message = message
    self.remedy = remedy
  }
}
