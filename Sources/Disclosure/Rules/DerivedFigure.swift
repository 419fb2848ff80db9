/// A ratio, share or change: a figure that is published beside the cells it is computed from.
public struct DerivedFigure<ID: Sendable>: Sendable {
  /// Names the figure for the caller.
  public let id: ID
  /// The cells it is computed from.
  public let inputs: [Int]

  /// A figure of some cells.
  public init(_ id: ID, inputs: [Int]) {
    self.id = id
    self.inputs = inputs
  }

  /// A figure is hidden as soon as one of its inputs is: with it and the others the hidden one could be computed.
  public func isHidden(_ hidden: [Bool]) -> Bool { inputs.contains { hidden[$0] } }
}

extension Sequence {
  /// The figures that must be hidden with these cells, in their order.
  public func hidden<ID>(_ hidden: [Bool]) -> [ID] where Element == DerivedFigure<ID> {
    filter { $0.isHidden(hidden) }.map(\.id)
  }
}
