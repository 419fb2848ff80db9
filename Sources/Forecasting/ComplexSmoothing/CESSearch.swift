/// Looks for the parameters of greatest likelihood of one kind of complex exponential smoothing.
///
/// The likelihood has several hills and narrow ridges: three starts climb a little, then all of them to the end, the
/// best one again and again.
final class CESSearch {
  let problem: CESProblem
  /// What the series was divided by.
  let scale: Double
  private let solver = NelderMead(capacity: 4)
  private(set) var best: [Double] = []
  /// Where the starts have got to, the best last.
  private var hills: [[Double]] = []
  private var least = Double.infinity

  /// Searches coarsely.
  ///
  /// - Parameter start: where a search over nearly the same series ended; nil to search everywhere.
  /// - Returns: nil where the series is all zero or too short for the model.
  init?(_ model: CESModel, _ y: [Double], period: Int, from start: [Double]? = nil) {
    guard y.count > model.parameterCount + 1, model == .none || (period > 1 && y.count >= 2 * period) else {
      return nil
    }
    let scale = y.reduce(0) { $0 + abs($1) } / Double(y.count)
    guard scale > 0 else { return nil }
    self.scale = scale
    problem = CESProblem(model, y.map { $0 / scale }, period: period)
    if let start, !start.isEmpty {
      climb(start, size: -0.03, tolerance: 0.1, limit: 60)
      return
    }
    for start in starts() { hills.append(climb(start, size: 0.05, tolerance: 0.3, limit: 60)) }
  }

  /// nil where no point had a likelihood.
  var parameters: CESParameters? {
    least.isFinite ? best.withUnsafeBufferPointer { $0.baseAddress.map(problem.parameters) } : nil
  }

  /// Climbs the best of the hills, for a forecast that is one among several.
  func finish() {
    guard least.isFinite else { return }
    climb(best, size: -0.02, tolerance: 1e-2, limit: 200)
  }

  /// Searches to the end.
  func polish() {
    guard least.isFinite else { return }
    for hill in hills where hill != best { climb(hill, size: -0.02, tolerance: 1e-3, limit: 200) }
    // A simplex flattens itself on a narrow ridge; a fresh one of another size and side walks on.
    for size in [-0.02, 0.1, -0.1, 0.02, -0.3, 0.3] {
      let before = least
      climb(best, size: size, tolerance: 1e-3, limit: 200)
      if before - least < 0.01, size == 0.1 || size == 0.02 { break }
    }
  }

  /// - Returns: where the climb ended.
  @discardableResult
  private func climb(_ start: [Double], size: Double, tolerance: Double, limit: Int) -> [Double] {
    var x = start
    let value = x.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map {
        solver.minimise(problem, $0, size: size, tolerance: tolerance, limit: limit)
      } ?? .infinity
    }
    if value < least { (least, best) = (value, x) }
    return x
  }

  /// The best point of a grid of alpha and beta for each of three ranges of alpha0.
  private func starts() -> [[Double]] {
    let seasons: [[Double]] =
      switch problem.model {
      case .none, .simple: [[]]
      case .partial: [[0.05]]
      case .full: [[1.2, 1], [1, 1], [1.45, 1.1]]
      }
    return [[0.6, 0.95], [1, 1.3], [1.5, 1.75]].map { range in
      var (best, least) = ([Double](), Double.infinity)
      for alpha0 in range {
        for alpha1 in [0.85, 1, 1.05] {
          for season in seasons {
            let x = [alpha0, alpha1] + season
            let value = x.withUnsafeBufferPointer { $0.baseAddress.map(problem.value) ?? .infinity }
            if value < least || best.isEmpty { (best, least) = (x, value) }
          }
        }
      }
      return best
    }
  }
}
