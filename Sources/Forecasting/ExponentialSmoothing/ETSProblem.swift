import Foundation

/// The likelihood of an ETS model and its derivatives, without allocation.
///
/// Residuals are differentiated forwards through the recursion, four parameters a step. With multiplicative errors the
/// deviance n log(sum e²) + 2 sum log f is that of the residuals e G, where G is the geometric mean of f; so it is
/// again a least-squares problem.
final class ETSProblem: ResidualProblem {
  private typealias Lanes = SIMD4<Double>

  private let season: UnsafeMutablePointer<Double>
  private let states: ETSStateDerivatives
  private let equations: NormalEquations

  private var y: UnsafePointer<Double>
  private var n = 0
  private var period = 1
  private(set) var model = ETSModel.all[0]
  private(set) var layout = ETSLayout(ETSModel.all[0], period: 1)
  /// Sums of squares below this are a perfect fit, so that no likelihood is infinite.
  private var floor = 0.0

  var count: Int { layout.count }

  init(maxPeriod: Int) {
    season = .allocate(capacity: maxPeriod)
    y = UnsafePointer(season)
    states = ETSStateDerivatives(maxPeriod: maxPeriod)
    equations = NormalEquations(maxCount: maxPeriod + 6)
  }

  deinit { season.deallocate() }

  /// Sets what the next calls are about; `y` must outlive them. The values should be of the order of 1.
  func prepare(_ model: ETSModel, _ y: UnsafeBufferPointer<Double>, period: Int) {
    guard let base = y.baseAddress else { return }
    self.model = model
    self.y = UnsafePointer(base)
    n = y.count
    self.period = model.season == .none ? 1 : period
    layout = ETSLayout(model, period: self.period)
    floor = Double(n) * 1e-20
    equations.reserve(n)
  }

  func bounds(_ index: Int) -> (lower: Double, upper: Double) { layout.bounds(index) }

  /// Smoothing parameters as the recursion has them.
  func parameters(_ x: UnsafePointer<Double>) -> ETSParameters {
    ETSParameters(
      alpha: x[0], beta: layout.beta.map { x[0] * x[$0] } ?? 0, gamma: layout.gamma.map { (1 - x[0]) * x[$0] } ?? 0,
      phi: layout.phi.map { x[$0] } ?? 1)
  }

  func value(_ x: UnsafePointer<Double>) -> Double {
    let parameters = parameters(x)
    let (alpha, beta, gamma, phi) = (parameters.alpha, parameters.beta, parameters.gamma, parameters.phi)
    let kind = model.season
    let isRelative = model.hasMultiplicativeError
    guard loadSeason(x) else { return .infinity }
    let (y, n, period, season) = (self.y, self.n, self.period, self.season)
    var level = x[layout.level]
    var trend = layout.trend.map { x[$0] } ?? 0
    var (squares, logs, product) = (0.0, 0.0, 1.0)
    var index = 0
    for t in 0..<n {
      let value = y[t]
      let base = level + phi * trend
      let old = kind == .none ? 0 : season[index]
      let fitted = kind == .multiplicative ? base * old : base + old
      let error = value - fitted
      if isRelative {
        guard fitted > 1e-9 else { return .infinity }
        let residual = error / fitted
        squares += residual * residual
        product *= fitted
        // One logarithm for eight factors; they are of the order of 1.
        if t & 7 == 7 {
          logs += log(product)
          product = 1
        }
      } else {
        squares += error * error
      }
      var surprise = error
      if kind == .multiplicative {
        guard base > 1e-9, old > 1e-9 else { return .infinity }
        surprise = value / old - base
        season[index] = old + gamma * (value / base - old)
      } else if kind == .additive {
        season[index] = old + gamma * error
      }
      level = base + alpha * surprise
      trend = phi * trend + beta * surprise
      index = index + 1 == period ? 0 : index + 1
    }
    guard squares.isFinite else { return .infinity }
    if isRelative { logs += log(product) }
    return Double(n) * log(max(squares, floor)) + 2 * logs
  }

  func linearise(
    _ x: UnsafePointer<Double>, matrix: UnsafeMutablePointer<Double>, stride: Int,
    gradient: UnsafeMutablePointer<Double>
  ) {
    let lanes = (count + 3) / 4
    states.start(layout, period, lanes)
    equations.clear(lanes)
    let squares = differentiate(x, lanes)
    equations.write(count, lanes, n, squares: squares, matrix: matrix, stride: stride, gradient: gradient)
  }

  /// Runs the recursion with its derivatives, leaving the residuals' in `equations`; their sum of squares.
  private func differentiate(_ x: UnsafePointer<Double>, _ lanes: Int) -> Double {
    let parameters = parameters(x)
    let (alpha, beta, gamma, phi) = (parameters.alpha, parameters.beta, parameters.gamma, parameters.phi)
    let kind = model.season
    let isRelative = model.hasMultiplicativeError
    guard loadSeason(x) else { return 0 }
    var squares = 0.0
    var level = x[layout.level]
    var trend = layout.trend.map { x[$0] } ?? 0
    let betaIndex = layout.beta ?? -1
    let phiIndex = layout.phi ?? -1
    let gammaIndex = layout.gamma ?? -1
    let betaShare = betaIndex < 0 ? 0 : x[betaIndex]
    let gammaShare = gammaIndex < 0 ? 0 : x[gammaIndex]
    // Members are read once: the loop below is where the time goes.
    let (y, n, period, season, states) = (self.y, self.n, self.period, self.season, self.states)
    let (residuals, dResiduals, dLog) = (equations.residuals, equations.slopes, equations.logs)
    let (dBase, dLevel, dTrend, dFit) = (states.base, states.level, states.trend, states.fit)
    let (byBase, byLevel, byTrend) = (doubles(dBase), doubles(dLevel), doubles(dTrend))
    var index = 0
    for t in 0..<n {
      let value = y[t]
      let base = level + phi * trend
      for v in 0..<lanes { dBase[v] = dLevel[v] + phi * dTrend[v] }
      if phiIndex >= 0 { byBase[phiIndex] += trend }
      let old = kind == .none ? 0 : season[index]
      let row = states.season + index * lanes
      let fitted: Double
      switch kind {
      case .none:
        fitted = base
        for v in 0..<lanes { dFit[v] = dBase[v] }
      case .additive:
        fitted = base + old
        for v in 0..<lanes { dFit[v] = dBase[v] + row[v] }
      case .multiplicative:
        fitted = base * old
        for v in 0..<lanes { dFit[v] = old * dBase[v] + base * row[v] }
      }
      let error = value - fitted
      let out = dResiduals + t * lanes
      var residual = error
      if isRelative {
        let inverse = 1 / fitted
        residual = error * inverse
        let slope = -value * inverse * inverse
        for v in 0..<lanes {
          out[v] = slope * dFit[v]
          dLog[v] += inverse * dFit[v]
        }
      } else {
        for v in 0..<lanes { out[v] = -dFit[v] }
      }
      squares += residual * residual
      residuals[t] = residual
      states.advance(
        kind, row, lanes, alpha: alpha, beta: beta, gamma: gamma, phi: phi, value: value, base: base, old: old)
      var surprise = error
      if kind == .multiplicative { surprise = value / old - base }
      byLevel[0] += surprise
      if betaIndex >= 0 {
        byTrend[betaIndex] += surprise * alpha
        byTrend[0] += surprise * betaShare
        if phiIndex >= 0 { byTrend[phiIndex] += trend }
      }
      if gammaIndex >= 0 {
        let shift = kind == .multiplicative ? value / base - old : error
        doubles(row)[gammaIndex] += shift * (1 - alpha)
        doubles(row)[0] -= shift * gammaShare
        season[index] = old + gamma * shift
      }
      level = base + alpha * surprise
      trend = phi * trend + beta * surprise
      index = index + 1 == period ? 0 : index + 1
    }
    return squares
  }

  /// Initial seasonal states from the vector; false where one of a multiplicative season is not positive.
  private func loadSeason(_ x: UnsafePointer<Double>) -> Bool {
    guard let first = layout.season else { return true }
    var last = model.season == .multiplicative ? Double(period) : 0
    for i in 0..<(period - 1) {
      season[i] = x[first + i]
      last -= season[i]
      if model.season == .multiplicative, season[i] <= 1e-6 { return false }
    }
    season[period - 1] = last
    return model.season == .additive || last > 1e-6
  }
}
