import Forecasting
import Foundation

/// The reference vectors; `/work/shared/golden/forecast` tells where they come from.
enum Golden {
  struct Series: Decodable {
    let id: String
    let m: Int
    let h: Int
    let y: [Double]
    let test: [Double]?
  }

  static let series: [String: Series] = {
    let all: [Series] = (try? read("series")) ?? []
    return Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }()

  static func read<Value: Decodable>(_ name: String) throws -> Value {
    try JSONDecoder().decode(Value.self, from: try data("\(name).json"))
  }

  static func data(_ file: String) throws -> Data {
    try Data(contentsOf: Bundle.module.resourceURL!.appendingPathComponent("Golden/\(file)"))
  }

  static func text(_ file: String) throws -> String { String(decoding: try data(file), as: UTF8.self) }

  /// A file of the competition form.
  static func benchmark(_ file: String) throws -> [Benchmark.Entry] {
    try text(file).split(separator: "\n").dropFirst().map { line in
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      func numbers(_ cell: Substring) -> [Double] { cell.split(separator: " ").compactMap { Double($0) } }
      return Benchmark.Entry(
        series: TimeSeries(numbers(cells[5]), period: Int(cells[2]) ?? 1), test: numbers(cells[6]))
    }
  }
}

/// The largest difference, relative to the larger of the two or to `least`; infinite for different counts or NaN.
func difference(_ found: [Double], _ wanted: [Double], least: Double = 1e-12) -> Double {
  guard found.count == wanted.count else { return .infinity }
  return zip(found, wanted).reduce(0) { worst, pair in
    let distance = abs(pair.0 - pair.1) / max(abs(pair.0), abs(pair.1), least)
    return distance.isNaN ? .infinity : max(worst, distance)
  }
}
