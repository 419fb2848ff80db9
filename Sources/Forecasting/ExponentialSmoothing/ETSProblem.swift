import Foundation

/// The likelihood of an ETS model and its derivatives, without allocation.
///
/// Residuals are differentiated forwards through the recursion, four parameters a step. With multiplicative errors the
/// deviance n log(sum e²) + 2 sum log f is that of the residuals e G, where G is the geometric mean of f; so it is
/// again a least-squares problem.
final class ETSProblem: ResidualProblem {
  private typealias Lanes = SIMD4<Double>

  private let maxPeriod: Int
  private let width: Int
  private let season: UnsafeMutablePointer<Double>
  /// Derivatives of the states by all parameters; `season` has one row a season.
  private let dSeason: UnsafeMutablePointer<Lanes>
  private let dLevel: UnsafeMutablePointer<Lanes>
  private let dTrend: UnsafeMutablePointer<Lanes>
  private let dBase: UnsafeMutablePointer<Lanes>
  private let dFit: UnsafeMutablePointer<Lanes>
  /// One row an observation.
  private var dResiduals: UnsafeMutablePointer<Lanes>
  private var residuals: UnsafeMutablePointer<Double>
  private var capacity = 0
  private let dLog: UnsafeMutablePointer<Lanes>
  private let cross: UnsafeMutablePointer<Lanes>
  private let product: UnsafeMutablePointer<Lanes>

  private var y: UnsafePointer<Double>
  private var n = 0
  private var period = 1
  private(set) var model = ETSModel.all[0]
  private(set) var layout = ETSLayout(ETSModel.all[0], period: 1)
  /// Sums of squares below this are a perfect fit, so that no likelihood is infinite.
  private var floor = 0.0

  var count: Int { layout.count }

  init(maxPeriod: Int) {
    self.maxPeriod = maxPeriod
    width = (maxPeriod + 6 + 3) / 4
    season = .allocate(capacity: maxPeriod)
    func rows(_ count: Int) -> UnsafeMutablePointer<Lanes> {
      let memory = UnsafeMutablePointer<Lanes>.allocate(capacity: count)
      memory.initialize(repeating: .zero, count: count)
      return memory
    }
    dSeason = rows(maxPeriod * width)
    dLevel = rows(width)
    dTrend = rows(width)
    dBase = rows(width)
    dFit = rows(width)
    dResiduals = rows(1)
    residuals = .allocate(capacity: 1)
    dLog = rows(width)
    cross = rows(width)
    product = rows(width * 4 * width)
    y = UnsafePointer(season)
  }

  deinit {
    season.deallocate()
    residuals.deallocate()
    for memory in [dSeason, dLevel, dTrend, dBase, dFit, dResiduals, dLog, cross, product] { memory.deallocate() }
  }

  /// Sets what the next calls are about; `y` must outlive them. The values should be of the order of 1.
  func prepare(_ model: ETSModel, _ y: UnsafeBufferPointer<Double>, period: Int) {
    guard let base = y.baseAddress else { return }
    self.model = model
    self.y = UnsafePointer(base)
    n = y.count
    self.period = model.season == .none ? 1 : period
    layout = ETSLayout(model, period: self.period)
    floor = Double(n) * 1e-20
    reserve(n)
  }

  /// Room for the residuals of `count` observations.
  private func reserve(_ count: Int) {
    guard count > capacity else { return }
    dResiduals.deallocate()
    residuals.deallocate()
    capacity = count
    dResiduals = .allocate(capacity: count * width)
    dResiduals.initialize(repeating: .zero, count: count * width)
    residuals = .allocate(capacity: count)
    residuals.initialize(repeating: 0, count: count)
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
    clear(lanes)
    var squares = 0.0
    differentiate(x, lanes, &squares)
    multiply(lanes)
    let (cross, mean) = (doubles(self.cross), doubles(dLog))
    for i in 0..<count { mean[i] /= Double(n) }
    let product = doubles(self.product)
    for i in 0..<count {
      let (a, b) = (mean[i], cross[i])
      gradient[i] = b + squares * a
      for j in i..<count {
        matrix[i * stride + j] = product[i * lanes * 4 + j] + b * mean[j] + a * cross[j] + squares * a * mean[j]
      }
    }
  }

  private func differentiate(_ x: UnsafePointer<Double>, _ lanes: Int, _ squares: inout Double) {
    let parameters = parameters(x)
    let (alpha, beta, gamma, phi) = (parameters.alpha, parameters.beta, parameters.gamma, parameters.phi)
    let kind = model.season
    let isRelative = model.hasMultiplicativeError
    guard loadSeason(x) else { return }
    var level = x[layout.level]
    var trend = layout.trend.map { x[$0] } ?? 0
    let betaIndex = layout.beta ?? -1
    let phiIndex = layout.phi ?? -1
    let gammaIndex = layout.gamma ?? -1
    let betaShare = betaIndex < 0 ? 0 : x[betaIndex]
    let gammaShare = gammaIndex < 0 ? 0 : x[gammaIndex]
    let (y, n, period, season, residuals, dResiduals) = (
      self.y, self.n, self.period, self.season, self.residuals, self.dResiduals
    )
    let (dBase, dLevel, dTrend, dFit, dLog) = (self.dBase, self.dLevel, self.dTrend, self.dFit, self.dLog)
    let (byBase, byLevel, byTrend) = (doubles(dBase), doubles(dLevel), doubles(dTrend))
    var index = 0
    for t in 0..<n {
      let value = y[t]
      let base = level + phi * trend
      for v in 0..<lanes { dBase[v] = dLevel[v] + phi * dTrend[v] }
      if phiIndex >= 0 { byBase[phiIndex] += trend }
      let old = kind == .none ? 0 : season[index]
      let row = dSeason + index * lanes
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
      advance(
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
  }

  /// Carries the derivatives of the states over one observation, but for the parameters' own part.
  @inline(__always)
  private func advance(
    _ kind: ETSModel.Season, _ row: UnsafeMutablePointer<Lanes>, _ lanes: Int, alpha: Double, beta: Double,
    gamma: Double, phi: Double, value: Double, base: Double, old: Double
  ) {
    if kind == .multiplicative {
      let slope = value / (old * old)
      let other = value / (base * base)
      for v in 0..<lanes {
        let change = -slope * row[v] - dBase[v]
        dLevel[v] = dBase[v] + alpha * change
        dTrend[v] = phi * dTrend[v] + beta * change
        row[v] -= gamma * (other * dBase[v] + row[v])
      }
    } else {
      for v in 0..<lanes {
        let change = dFit[v]
        dLevel[v] = dBase[v] - alpha * change
        dTrend[v] = phi * dTrend[v] - beta * change
      }
      if kind == .additive { for v in 0..<lanes { row[v] -= gamma * dFit[v] } }
    }
  }

  /// The normal equations of all residuals, four by four so that the sums stay in registers.
  private func multiply(_ lanes: Int) {
    let (n, rows, residuals) = (self.n, dResiduals, self.residuals)
    for v in 0..<lanes {
      var sum = Lanes.zero
      for t in 0..<n { sum += residuals[t] * rows[t * lanes + v] }
      cross[v] = sum
      for u in 0...v {
        var (first, second, third, fourth) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
        var left = doubles(rows + u)
        var right = rows + v
        for _ in 0..<n {
          first += left[0] * right[0]
          second += left[1] * right[0]
          third += left[2] * right[0]
          fourth += left[3] * right[0]
          left += 4 * lanes
          right += lanes
        }
        let target = product + 4 * u * lanes + v
        target[0] = first
        target[lanes] = second
        target[2 * lanes] = third
        target[3 * lanes] = fourth
      }
    }
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

  /// Derivatives of the initial states: 1 for its own parameter; the last season falls as any other rises.
  private func clear(_ lanes: Int) {
    for memory in [dLevel, dTrend, dLog] { memory.update(repeating: .zero, count: lanes) }
    doubles(dLevel)[layout.level] = 1
    if let trend = layout.trend { doubles(dTrend)[trend] = 1 }
    guard let first = layout.season else { return }
    dSeason.update(repeating: .zero, count: period * lanes)
    let last = doubles(dSeason + (period - 1) * lanes)
    for i in 0..<(period - 1) {
      doubles(dSeason + i * lanes)[first + i] = 1
      last[first + i] = -1
    }
  }

  @inline(__always)
  private func doubles(_ lanes: UnsafeMutablePointer<Lanes>) -> UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(lanes).assumingMemoryBound(to: Double.self)
  }
}
