/// The additive measures of a cube cell.
public struct CubeValue: Hashable, Sendable {
  public var registered = 0
  public var ended = 0
  public var closed = 0
  public var filled = 0

  public init(registered: Int = 0, ended: Int = 0, closed: Int = 0, filled: Int = 0) {
    self.registered = registered
    self.ended = ended
    self.closed = closed
    self.filled = filled
  }

  public static func += (left: inout CubeValue, right: CubeValue) {
    left.registered += right.registered
    left.ended += right.ended
    left.closed += right.closed
    left.filled += right.filled
  }
}
