/// Values with weights, to draw from.
struct Mix<Value: Sendable>: Sendable {
  private let values: [Value]
  /// Running sums of the weights.
  private let sums: [Double]

  /// - Parameter weighted: weights of any scale; at least one above 0.
  init(_ weighted: [(Value, Double)]) {
    values = weighted.map(\.0)
    var sum = 0.0
    sums = weighted.map {
      sum += $0.1
      return sum
    }
  }

  func draw(_ random: inout SampleRandom) -> Value {
    let point = random.unit() * (sums.last ?? 0)
    var low = 0
    var high = sums.count - 1
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > point { high = middle } else { low = middle + 1 }
    }
    return values[low]
  }
}
