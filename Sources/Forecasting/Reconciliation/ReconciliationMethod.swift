/// What the nodes' errors are taken to be, as weights of reconciliation.
public enum ReconciliationMethod: Sendable {
  /// The bottom forecasts are kept and added up; for comparison, it hurts the top.
  case bottomUp
  /// All errors are alike.
  case ols
  /// Error variance grows with the number of bottom series below a node.
  case structural
  /// Error variances of the nodes, all above 0.
  case variance([Double])
  /// The covariance of the nodes' one-step errors, shrunk to its diagonal (MinT); `residuals[node][t]`, of equal length.
  /// For up to about 500 nodes.
  case minimumTrace(residuals: [[Double]])
}
