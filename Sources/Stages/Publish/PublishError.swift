/// What keeps an edition from being made: the file (or table), what is wrong with it, and what to do.
public struct PublishError: Error, Sendable, Equatable, CustomStringConvertible {
  public let place: String
  public let message: String
  public let remedy: String

  public init(at place: String, _ message: String, remedy: String) {
    self.place = place
    self.message = message
    self.remedy = remedy
  }

  public var description: String { "\(place): \(message)。\(remedy)" }
}
