/// The levels at which intervals are given.
public enum IntervalLevel: Double, Sendable, CaseIterable {
  case eighty = 0.8
  case ninetyFive = 0.95
}
