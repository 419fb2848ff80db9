/// Fills missing observations between known ones.
enum GapFilling {
  /// A gap takes the line between its neighbours, and where the same season of both neighbouring years is known, their
  /// mean instead.
  ///
  /// - Parameter values: the first and the last are known.
  static func filled(_ values: [Double?], period: Int) -> [Double] {
    var result: [Double] = []
    result.reserveCapacity(values.count)
    var previous = (index: 0, value: 0.0)
    for (t, value) in values.enumerated() {
      if let value {
        previous = (t, value)
        result.append(value)
        continue
      }
      if period > 1, t >= period, t + period < values.count, let before = values[t - period],
        let after = values[t + period]
      {
        result.append((before + after) / 2)
        continue
      }
      let next = values[t...].firstIndex { $0 != nil } ?? t
      let end = values[next] ?? previous.value
      let share = Double(t - previous.index) / Double(max(next - previous.index, 1))
      result.append(previous.value + share * (end - previous.value))
    }
    return result
  }
}
