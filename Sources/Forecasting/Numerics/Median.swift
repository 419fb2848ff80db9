/// The middle of values, the mean of the two in the middle where they are even in number.
enum Median {
  /// - Parameter values: at least one, in order.
  static func value(sorted values: [Double]) -> Double {
    let middle = values.count / 2
    return values.count % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2
  }
}
