/// A sensitive count that is hidden and not proven to be protected, mostly as earlier editions showed too much.
public struct ExposedCount: Sendable, Equatable {
  /// `2026Q3 450600/seekers/T9/female`
  public let name: String
  /// Whether it is known that readers can narrow it down too far: what was published before tells it, and nothing that is
  /// hidden now can take that back.
  public let isCertain: Bool

  public init(_ name: String, isCertain: Bool) {
    self.name = name
    self.isCertain = isCertain
  }
}
