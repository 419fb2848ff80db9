/// From which steps of the past series are forecast to calibrate what is forecast from their end.
public enum RollingOrigins {
  /// For series among others: one, two thirds and one third of a horizon before the end. The first knows all steps, the
  /// last has nearly the history that the forecast itself has.
  public static func back(horizon: Int) -> [Int] {
    [horizon, (2 * horizon + 2) / 3, (horizon + 2) / 3].reduce(into: []) { found, steps in
      if !found.contains(steps) { found.append(steps) }
    }
  }

  /// For a series on its own: up to 24, one step apart.
  public static func own(horizon: Int) -> [Int] { (0..<24).map { horizon + $0 } }
}
