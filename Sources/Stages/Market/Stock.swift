/// How much of something was valid in a period (F1).
public struct Stock: Hashable, Sendable {
  /// 上期结转: registered before the period, valid at its start.
  public var carried = 0
  /// 本期新增: registered in the period.
  public var registered = 0
  public var closed = 0
  public var filled = 0

  /// 本期有效数.
  public var valid: Int { carried + registered }

  static func += (left: inout Stock, right: Stock) {
    left.carried += right.carried
    left.registered += right.registered
    left.closed += right.closed
    left.filled += right.filled
  }
}
